"""Curves: how a substance rises and falls in the blood of many people, and the mean of them."""

from math import exp
from random import Random

from .canvas import BOLD, FINE, HAIR, Canvas, Point, measure

FLOOR = 840


def compose(canvas: Canvas, random: Random) -> None:
    """A second dose follows the first; one person's curve is filled, the mean is bold and sampled."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    left, right = canvas.x(-400), canvas.width + 20
    second = random.uniform(430, 520)

    def curve(dose: float, rise: float, fall: float) -> list[Point]:
        return [(left + t, FLOOR - _level(t, dose, rise, fall, second)) for t in range(0, int(right - left), 8)]

    people = [
        curve(random.uniform(460, 840), random.uniform(0.010, 0.024), random.uniform(0.0022, 0.0042)) for _ in range(22)
    ]
    mean = [(points[0][0], sum(y for _, y in points) / len(points)) for points in zip(*people, strict=True)]
    lowest = max(people, key=lambda person: sum(y for _, y in person))
    wash.polygon([(left, FLOOR), *lowest, (right, FLOOR)])
    for person in people:
        tone.line(person, HAIR, 0.6)
    line.line(mean, BOLD * 0.75)
    for at in (3, 7, 12, 20, 32, 46, 62, 70, 80, 96, 116, 138):
        if at < len(mean):
            spot = mean[at]
            line.line([(spot[0], spot[1] - 42), (spot[0], spot[1] + 42)], FINE)
            line.disc(spot, 13)
            line.disc(spot, 8, 0)
    line.line([(left, 110), (left, FLOOR), (right, FLOOR)], FINE)
    measure(line, (left, FLOOR), (left + 1200, FLOOR), 24, 10)
    for dose in (0.0, second):
        tone.polygon([(left + dose - 13, FLOOR + 76), (left + dose + 13, FLOOR + 76), (left + dose, FLOOR + 48)])
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _level(time: float, dose: float, rise: float, fall: float, second: float) -> float:
    """The Bateman function for two equal doses: absorption at one rate, elimination at another."""
    doses = [time] if time < second else [time, time - second]
    return dose * rise / (rise - fall) * sum(exp(-fall * t) - exp(-rise * t) for t in doses)
