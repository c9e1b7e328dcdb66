"""Wells: a plate of 96 wells from above, with a reaction that runs across it."""

from math import exp, hypot
from random import Random

from .canvas import FINE, Canvas, Point, measure, polar

RADIUS = 0.4  # of the distance between two wells


def compose(canvas: Canvas, random: Random) -> None:
    """A turned plate that leaves the sheet on one side; colour follows two dilution series."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    turn, pitch = random.choice((-1, 1)) * random.uniform(9, 17), random.choice((100, 136))
    origin = (canvas.x(random.uniform(70, 130)), random.uniform(470, 540))
    source = (random.uniform(5, 8), random.uniform(2, 5))
    second = (random.uniform(0, 4), random.uniform(4, 8))

    def place(column: float, row: float) -> Point:
        aside = polar(origin, (column - 5.5) * pitch, turn)
        return polar(aside, (row - 3.5) * pitch, turn + 90)

    corners = [(-0.85, -0.85), (11.85, -0.85), (11.85, 7.85), (-0.3, 7.85), (-0.85, 7.3), (-0.85, -0.85)]
    line.line([place(*corner) for corner in corners], FINE)
    for column in range(12):
        for row in range(8):
            centre = place(column, row)
            amount = exp(-hypot(column - source[0], row - source[1]) / 1.75)
            amount += 0.55 * exp(-hypot(column - second[0], row - second[1]) / 1.15)
            amount *= random.uniform(0.85, 1.1)
            wash.disc(centre, RADIUS * pitch, min(1, amount * 5) if amount > 0.035 else 0)
            tone.disc(centre, RADIUS * pitch - 5, min(1, amount * 1.3) if amount > 0.1 else 0)
            line.ring(centre, RADIUS * pitch, density=0.8)
    for column in range(12):
        line.disc(place(column, -0.66), 2.4)
    measure(line, place(-1.5, 7.85), place(-1.5, -0.85), 16, 9)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)
