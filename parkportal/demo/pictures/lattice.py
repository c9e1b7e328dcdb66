"""Lattice: the atoms and bonds of a crystal, seen along its rows."""

from collections.abc import Callable
from math import cos, radians, sin
from random import Random

from .canvas import HAIR, Canvas, Plate, Point, measure

Projection = Callable[[float, float, float], tuple[Point, float]]
Site = tuple[int, int, int]
NEAR, FAR = 1.9, 9.5


def compose(canvas: Canvas, random: Random) -> None:
    """Rows of atoms run away to a vanishing point off centre; far planes fade into the ground."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    vanishing = (canvas.x(random.uniform(-270, -200)), random.uniform(330, 420))
    turn = random.uniform(15, 21)

    def project(x: float, y: float, z: float) -> tuple[Point, float]:
        aside = x * cos(radians(turn)) - z * sin(radians(turn))
        depth = NEAR + x * sin(radians(turn)) + z * cos(radians(turn))
        return (vanishing[0] + (aside + 1.15) * 620 / depth, vanishing[1] + (y + 0.35) * 620 / depth), depth

    sites = [(x, y, z) for x in range(5) for y in range(-1, 2) for z in range(7)]
    for site in sorted(sites, key=lambda site: -project(*site)[1]):
        _draw_site(tone, line, site, project)
        heart, depth = project(site[0] + 0.5, site[1] + 0.5, site[2] + 0.5)
        if site[0] < 4 and site[1] < 1:
            wash.disc(heart, 150 / depth, _fade(depth))
    start, end = project(0, 1.35, 0)[0], project(0, 1.35, 6)[0]
    measure(line, start, end, 30, 8)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(line, canvas.inks.line)
    canvas.print(tone, canvas.inks.tone)


def _draw_site(tone: Plate, line: Plate, site: Site, project: Projection) -> None:
    """One atom over the bonds that run from it to nearer neighbours, which are drawn after it."""
    x, y, z = site
    spot, depth = project(x, y, z)
    for neighbour in ((x - 1, y, z), (x, y + 1, z), (x, y, z - 1)):
        if neighbour[0] >= 0 and neighbour[1] < 2 and neighbour[2] >= 0:
            line.line([spot, project(*neighbour)[0]], HAIR + 7 / depth, 0.15 + 0.85 * _fade(depth))
    radius = 92 / depth
    line.disc(spot, radius + 5, 0)
    tone.disc(spot, radius + 5, 0)
    tone.disc(spot, radius, 0.12 + 0.88 * _fade(depth))


def _fade(depth: float) -> float:
    return max(0.0, min(1.0, 1 - (depth - NEAR) / (FAR - NEAR)))
