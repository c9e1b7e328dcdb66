"""Section: laboratory buildings cut open along one ground line."""

from random import Random

from .canvas import BOLD, FINE, HAIR, Canvas, Plate, measure

GROUND, STOREY, BAY = 760, 78, 64


def compose(canvas: Canvas, random: Random) -> None:
    """A row of buildings that rises to one tall block; some rooms are lit, piles reach down below."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    x = canvas.x(-330)
    for bays, storeys in _row(random):
        _building(wash, tone, line, x, bays, storeys, random)
        x += bays * BAY + random.choice((0, 44, 70))
    at = canvas.x(-430)
    while at > -60:
        _tree(wash, line, at, random.uniform(46, 78))
        at -= random.uniform(74, 150)
    line.line([(-20, GROUND), (canvas.width + 20, GROUND)], BOLD)
    measure(line, (canvas.x(-372), GROUND), (canvas.x(-372), GROUND - 8 * STOREY), 8, 10)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _row(random: Random) -> list[tuple[int, int]]:
    """Bays and storeys of each building, from left to right."""
    return [
        (random.randrange(4, 6), random.randrange(2, 4)),
        (random.randrange(5, 7), random.randrange(6, 8)),
        (random.randrange(3, 5), random.randrange(4, 5)),
        (7, random.randrange(2, 4)),
        (6, 5),
    ]


def _building(wash: Plate, tone: Plate, line: Plate, x: float, bays: int, storeys: int, random: Random) -> None:
    """Slabs, columns, lit rooms, an installation floor with ducts, and piles."""
    top, width = GROUND - storeys * STOREY, bays * BAY
    for storey in range(storeys):
        y = GROUND - (storey + 1) * STOREY
        bay = 0
        while bay < bays:
            span = min(random.choice((1, 1, 2, 3)), bays - bay)
            lit = random.random()
            if lit < 0.66:
                (tone if lit < 0.2 else wash).box(x + bay * BAY, y, span * BAY, STOREY)
            line.line([(x + bay * BAY, y), (x + bay * BAY, y + STOREY)], HAIR)
            if lit < 0.66:
                _furnish(line, x + bay * BAY, y, span, random)
            bay += span
        line.line([(x - 8, y), (x + width + 8, y)], FINE * 1.5)
    for side in (x, x + width):
        line.line([(side, top), (side, GROUND)], FINE * 1.5)
    _roof(line, x, top, bays, random)
    for pile in range(bays + 1):
        line.line([(x + pile * BAY, GROUND), (x + pile * BAY, GROUND + 128 + 12 * storeys)], HAIR)


def _furnish(line: Plate, x: float, y: float, span: int, random: Random) -> None:
    """A bench on the floor and a duct below the ceiling."""
    line.line([(x + 12, y + 22), (x + span * BAY - 12, y + 22)], HAIR)
    if random.random() < 0.6:
        bench = x + 14
        line.line([(bench, y + STOREY), (bench, y + 52), (bench + span * BAY - 30, y + 52)], FINE)
        line.line([(bench + span * BAY - 30, y + 52), (bench + span * BAY - 30, y + STOREY)], FINE)


def _roof(line: Plate, x: float, top: float, bays: int, random: Random) -> None:
    """Air handling on the roof: a louvred box and thin stacks."""
    start, width = x + BAY * random.uniform(0.3, 0.6), BAY * (bays - 2)
    for louvre in range(5):
        line.line([(start, top - 10 - louvre * 9), (start + width, top - 10 - louvre * 9)], HAIR)
    line.line([(start, top), (start, top - 50), (start + width, top - 50), (start + width, top)], FINE)
    for stack in range(random.randrange(2, 4)):
        at = start + width + 18 + stack * 16
        line.line([(at, top), (at, top - 92)], FINE)


def _tree(wash: Plate, line: Plate, x: float, radius: float) -> None:
    """A crown on a thin trunk."""
    height = radius * 2.1
    wash.disc((x, GROUND - height), radius)
    line.line([(x, GROUND), (x, GROUND - height - radius * 0.4)], HAIR)
    for side in (-1, 1):
        line.line([(x, GROUND - height + 14), (x + side * radius * 0.42, GROUND - height - radius * 0.3)], HAIR)
