"""Culture: cells that grow outward in a dish, some of them dividing."""

from math import cos, hypot, radians, sin
from random import Random

from .canvas import FINE, HAIR, Canvas, Point, measure, polar


def compose(canvas: Canvas, random: Random) -> None:
    """A dish larger than the sheet; colonies thin out towards its rim."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    rim = random.choice((620, 880))
    dish = (canvas.x(random.uniform(130, 200) + rim - 620), random.uniform(540, 600) + (rim - 620) / 2)
    hearts = [polar(dish, random.uniform(0.1, 0.58) * rim, random.uniform(130, 330)) for _ in range(3)]

    wash.disc(dish, rim, 0.3)
    for ring, width in ((rim, FINE), (rim + 22, HAIR)):
        line.ring(dish, ring, width)
    for centre, radius in _settle(dish, rim, hearts, random):
        direction = random.uniform(0, 180)
        if random.random() < 0.13 and radius > 22:
            cells = [polar(centre, radius * 0.62, direction), polar(centre, -radius * 0.62, direction)]
            outline = _dividing(centre, radius, direction)
        else:
            cells, outline = [centre], _blob(centre, radius, direction, random)
        wash.polygon(outline, 1)
        line.line([*outline, outline[0], outline[1]], HAIR, 0.75)
        for cell in cells:
            nucleus = radius * (0.30 if len(cells) == 2 else random.uniform(0.34, 0.44))
            tone.polygon(_blob(cell, nucleus, direction, random), 0.92)
    measure(line, (canvas.x(-545), 860), (canvas.x(-545), 260), 20, 9)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _settle(dish: Point, rim: float, hearts: list[Point], random: Random) -> list[tuple[Point, float]]:
    """Places for cells that do not touch: large and dense near a colony's heart, small and rare far off."""
    cells: list[tuple[Point, float]] = []
    for _ in range(5200):
        place = polar(dish, (rim - 40) * random.random() ** 0.5, random.uniform(0, 360))
        away = min(hypot(place[0] - x, place[1] - y) for x, y in hearts) * 620 / rim
        radius = max(11, 58 - away * 0.105) * random.uniform(0.7, 1.1) * rim / 620
        crowded = any(hypot(place[0] - x, place[1] - y) < 0.97 * (radius + r) for (x, y), r in cells)
        if not crowded and random.random() < max(0.014, 1 - away / 330):
            cells.append((place, radius))
    return cells


def _blob(centre: Point, radius: float, direction: float, random: Random) -> list[Point]:
    """A rounded, slightly stretched outline."""
    waves = [(k, random.uniform(0, 360), random.uniform(0.02, 0.13) / (k - 1)) for k in (2, 3, 4)]
    return [
        polar(
            centre,
            radius * (1 + sum(a * sin(radians(k * angle + p)) for k, p, a in waves)),
            angle + direction,
        )
        for angle in range(0, 360, 9)
    ]


def _dividing(centre: Point, radius: float, direction: float) -> list[Point]:
    """An oval of Cassini: one cell that is becoming two."""
    outline = []
    for angle in range(0, 360, 6):
        double = cos(radians(2 * angle))
        reach = (double + (1.2**4 - 1 + double**2) ** 0.5) ** 0.5
        outline.append(polar(centre, radius * 0.76 * reach, angle + direction))
    return outline
