"""Particles: a cryo-EM micrograph with picked particles and the class averages made of them."""

from math import cos, hypot, radians, sin
from random import Random

from .canvas import HAIR, Canvas, Plate, Point, measure, polar

SIZE = 25


def compose(canvas: Canvas, random: Random) -> None:
    """Faint particles at all angles, some picked; at the right a column of averages, soft and large."""
    field, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    edge = canvas.x(150)
    for at, centre in enumerate(_scatter(edge - 40, random)):
        _particle(field, centre, SIZE, random.uniform(0, 360), random.randrange(3), random.uniform(0.55, 1))
        if at % 3 == 0 and centre[0] < edge - 90:
            line.ring(centre, SIZE * 1.75, HAIR, 0.8)
    averages = canvas.plate()
    for column in range(3):
        for row in range(4):
            centre = (edge + 130 + column * 232, 148 + row * 236)
            _particle(averages, centre, 62, random.uniform(0, 360), (row + column) % 3, 1 - 0.16 * column)
            tone.ring(centre, 106, HAIR, 0.9)
    measure(line, (edge, 40), (edge, 960), 24, 9)
    canvas.print(field, canvas.inks.wash, blur=3)
    canvas.print(averages, canvas.inks.tone, blur=7)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _scatter(right: float, random: Random) -> list[Point]:
    """Places that keep their distance, up to the given edge."""
    places: list[Point] = []
    for _ in range(1500):
        place = (random.uniform(-20, right - 30), random.uniform(-10, 1010))
        if all(hypot(place[0] - x, place[1] - y) > 78 for x, y in places):
            places.append(place)
    return places


def _particle(plate: Plate, centre: Point, size: float, turn: float, view: int, density: float) -> None:
    """A complex of subunits: a ring of seven from above, four stacked layers from the side, or tilted."""
    if view == 0:
        for unit in range(7):
            plate.disc(polar(centre, size * 0.82, turn + unit * 360 / 7), size * 0.36, density)
    elif view == 1:
        for layer in (-1.05, -0.35, 0.35, 1.05):
            for part in (-0.7, -0.35, 0, 0.35, 0.7):
                middle = polar(polar(centre, layer * size, turn), part * size, turn + 90)
                plate.disc(middle, size * 0.26, density * (1.0 if abs(layer) < 1 else 0.6))
    else:
        for tilt in (-0.55, 0.1):
            heart = polar(centre, tilt * size, turn)
            for unit in range(7):
                aside = polar(heart, size * 0.46 * sin(radians(unit * 360 / 7)), turn)
                middle = polar(aside, size * 0.86 * cos(radians(unit * 360 / 7)), turn + 90)
                plate.disc(middle, size * 0.28, density * (0.6 if tilt < 0 else 1.0))
