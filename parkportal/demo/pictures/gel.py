"""Gel: lanes of electrophoresis bands beside a ladder."""

from random import Random

from .canvas import FINE, Canvas, Plate, measure

LANE, GAP = 74, 26


def compose(canvas: Canvas, random: Random) -> None:
    """A ladder at the left, then samples that share bands and differ in a few."""
    glow, bands, line = canvas.plate(), canvas.plate(), canvas.plate()
    left, top = canvas.x(-430), 120
    lanes = int((canvas.width + 120 - left) // (LANE + GAP))
    shared = sorted(random.uniform(230, 900) for _ in range(6))
    chosen = random.randrange(4, 7)

    for lane in range(lanes):
        x = left + lane * (LANE + GAP)
        line.line([(x, top + 34), (x, top), (x + LANE, top), (x + LANE, top + 34)], FINE)
        for y, strength in _ladder() if lane == 0 else _sample(shared, random):
            height = 6 + 20 * strength
            _band(glow, x - 3, y - 6, LANE + 6, height + 14, 0.75 * strength)
            _band(bands, x + 3, y, LANE - 6, height, 0.25 + 0.75 * strength)
        if lane == chosen:
            _mark(line, x, top)
    measure(line, (left - 60, 960), (left - 60, 120), 24, 10)
    canvas.print(glow, canvas.inks.wash, blur=9)
    canvas.print(bands, canvas.inks.tone, blur=1.6)
    canvas.print(line, canvas.inks.line)


def _ladder() -> list[tuple[float, float]]:
    """Known lengths, closer together the longer they are: position and strength."""
    return [(215 + 720 * (step / 11) ** 0.72, 0.9 if step in (3, 7) else 0.32) for step in range(12)]


def _sample(shared: list[float], random: Random) -> list[tuple[float, float]]:
    """Most of the shared bands and one or two of the lane's own."""
    load = random.uniform(0.45, 1)
    kept = [(y + random.uniform(-3, 3), load * random.uniform(0.3, 1)) for y in shared if random.random() < 0.7]
    own = [(random.uniform(230, 930), load * random.uniform(0.2, 0.8)) for _ in range(random.randrange(1, 3))]
    return kept + own


def _band(plate: Plate, x: float, y: float, width: float, height: float, density: float) -> None:
    """A band that runs a little ahead in the middle of its lane."""
    steps = [step / 10 for step in range(11)]
    upper = [(x + width * t, y - 3.5 * (2 * t - 1) ** 2) for t in steps]
    lower = [(px, py + height) for px, py in reversed(upper)]
    plate.polygon(upper + lower, density)


def _mark(plate: Plate, x: float, top: float) -> None:
    """A small triangle above the lane that matters."""
    middle = x + LANE / 2
    plate.polygon([(middle - 13, top - 44), (middle + 13, top - 44), (middle, top - 22)])
