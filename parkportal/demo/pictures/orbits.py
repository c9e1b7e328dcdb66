"""Orbits: a planet, the tracks around it and a satellite with solar arrays."""

from math import cos, radians, sin
from random import Random

from .canvas import FINE, HAIR, Canvas, Plate, Point, measure, polar

RADIUS = 560


def compose(canvas: Canvas, random: Random) -> None:
    """The planet rises from the lower left; one track carries the satellite."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    planet = (canvas.x(random.uniform(-330, -250)), random.uniform(1090, 1140))
    slant = random.uniform(-34, -24)

    for size, width in ((830, FINE), (990, HAIR), (1190, HAIR)):
        line.line([_on_track(planet, size, slant, at) for at in range(0, 361, 2)], width, 0.85)
    for at in random.sample(range(255, 345), 9):
        line.disc(_on_track(planet, 1190, slant, at), random.choice((4, 4, 7)))
    line.disc(planet, RADIUS + 18, 0)
    wash.disc(planet, RADIUS)
    tone.ring(planet, RADIUS, FINE)
    _graticule(tone, planet, slant)
    _satellite(wash, tone, line, _on_track(planet, 830, slant, random.uniform(308, 318)), slant + 14)
    measure(line, polar(planet, RADIUS + 18, 321), polar(planet, 1120, 321), 20, 9)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _on_track(centre: Point, size: float, slant: float, at: float) -> Point:
    """A place on an ellipse around the planet."""
    aside = polar(centre, 1.12 * size * cos(radians(at)), slant)
    return polar(aside, 0.72 * size * sin(radians(at)), slant + 90)


def _graticule(plate: Plate, planet: Point, slant: float) -> None:
    """Parallels and meridians of the near side, on a globe tipped 35 degrees towards the viewer."""
    parallels = [[(latitude, longitude) for longitude in range(0, 361, 3)] for latitude in range(-75, 90, 15)]
    meridians = [[(latitude, longitude) for latitude in range(-75, 76, 3)] for longitude in range(0, 360, 15)]
    for circle in parallels + meridians:
        visible: list[Point] = []
        for latitude, longitude in circle:
            across = cos(radians(latitude)) * sin(radians(longitude))
            towards = cos(radians(latitude)) * cos(radians(longitude))
            up = sin(radians(latitude)) * cos(radians(35)) - towards * sin(radians(35))
            if towards * cos(radians(35)) + sin(radians(latitude)) * sin(radians(35)) >= 0:
                visible.append(polar(polar(planet, across * RADIUS, slant), up * RADIUS, slant - 90))
            elif visible:
                plate.line(visible, HAIR, 0.85)
                visible = []
        plate.line(visible, HAIR, 0.85)


def _satellite(wash: Plate, tone: Plate, line: Plate, centre: Point, slant: float) -> None:
    """A body with an antenna dish towards the planet and two wings of solar cells."""

    def at(x: float, y: float) -> Point:
        return polar(polar(centre, x, slant), y, slant + 90)

    def quad(x: float, y: float, width: float, height: float) -> list[Point]:
        return [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]

    line.polygon(quad(-310, -58, 620, 116), 0)
    line.line([at(-310, 0), at(310, 0)], FINE)
    for panel in (-302, -246, -190, -134, 84, 140, 196, 252):
        line.polygon(quad(panel - 3, -51, 56, 102), 0)
        tone.polygon(quad(panel, -48, 50, 96))
        for cell in (-24, 0, 24):
            tone.line([at(panel, cell), at(panel + 50, cell)], HAIR, 0)
        tone.line([at(panel + 25, -48), at(panel + 25, 48)], HAIR, 0)
    line.polygon(quad(-38, -50, 76, 92))
    wash.polygon([at(-24, -38), at(24, -38), at(24, -14), at(-24, -14)])
    line.polygon(quad(-24, -38, 48, 24), 0)
    line.line([at(0, 42), at(0, 96)], FINE)
    line.polygon([at(x, 96 - 26 * (1 - (x / 52) ** 2)) for x in range(-52, 53, 4)])
