"""Turning: the working drawing of a turned instrument part, half in view and half in section."""

from random import Random

from .canvas import BOLD, FINE, HAIR, Canvas, Plate, Point, measure, polar

Step = tuple[float, float, float]  # start, end and radius of one cylinder


def compose(canvas: Canvas, random: Random) -> None:
    """The part lies along one centre line; above it the view, below it the hatched section with its bore."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    axis = random.uniform(420, 450)
    steps = _profile(canvas.x(-470), random)
    bore = random.uniform(46, 60)

    for start, end, radius in steps:
        wash.box(start, axis - radius, end - start, radius)
        _hatch(tone, (start, axis + bore), (end, axis + radius))
        line.line([(start, axis - radius), (start, axis)], FINE)
        line.line([(end, axis - radius), (end, axis)], FINE)
        if radius > 205:
            _knurl(tone, start, end, axis, radius)
        _dimension(line, start, end, axis + 380)
    for side in (-1, 1):
        line.line(_silhouette(steps, axis, side), BOLD * 0.8)
    line.line([(steps[0][0], axis + bore), (steps[-1][1], axis + bore)], FINE)
    _centre_line(line, axis, canvas.width)
    _end_view(wash, tone, line, (steps[-1][1] + 360, axis), [bore, steps[-1][2], steps[1][2]])
    measure(line, (steps[0][0], axis + 440), (steps[-1][1], axis + 440), 40, 9)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _profile(x: float, random: Random) -> list[Step]:
    """Cylinders from left to right: spigot, flange, neck, barrel and thread."""
    steps = []
    for length, radius in ((120, 118), (64, 290), (190, 158), (230, 234), (110, 172), (130, 104)):
        end = x + length * random.uniform(0.85, 1.15)
        steps.append((x, end, radius * random.uniform(0.92, 1.06)))
        x = end
    return steps


def _silhouette(steps: list[Step], axis: float, side: int) -> list[Point]:
    points = [(steps[0][0], axis)]
    for start, end, radius in steps:
        points += [(start, axis + side * radius), (end, axis + side * radius)]
    return [*points, (steps[-1][1], axis)]


def _hatch(plate: Plate, upper: Point, lower: Point) -> None:
    """Lines at 45 degrees within a rectangle: cut material."""
    (x0, y0), (x1, y1) = upper, lower
    at = x0 - (y1 - y0) - (x0 - (y1 - y0)) % 15
    while at < x1:
        first, last = max(x0, at), min(x1, at + y1 - y0)
        if first < last:
            plate.line([(first, y1 - (first - at)), (last, y1 - (last - at))], FINE)
        at += 15


def _knurl(plate: Plate, start: float, end: float, axis: float, radius: float) -> None:
    """Grip lines that crowd towards the edge of the cylinder."""
    for groove in range(1, 22):
        y = axis - radius * (1 - (1 - groove / 22) ** 2)
        plate.line([(start, y), (end, y)], HAIR)


def _end_view(wash: Plate, tone: Plate, line: Plate, centre: Point, radii: list[float]) -> None:
    """The part from its end: bore, spigot and flange, with the holes of the bolts."""
    bore, spigot, flange = radii
    wash.disc(centre, flange)
    wash.disc(centre, spigot, 0.4)
    wash.disc(centre, bore, 0)
    for radius, width in ((bore, FINE), (spigot, FINE), (flange, BOLD * 0.8), ((spigot + flange) / 2, HAIR)):
        line.ring(centre, radius, width)
    for bolt in range(30, 390, 60):
        tone.disc(polar(centre, (spigot + flange) / 2, bolt), 21)
    line.line([(centre[0], centre[1] - flange - 50), (centre[0], centre[1] + flange + 50)])


def _dimension(plate: Plate, start: float, end: float, y: float) -> None:
    """A dimension line with its two arrowheads."""
    plate.line([(start, y), (end, y)])
    for tip, way in ((start, 1), (end, -1)):
        plate.line([(tip, y - 22), (tip, y + 22)])
        plate.polygon([(tip, y), (tip + way * 15, y - 4.5), (tip + way * 15, y + 4.5)])


def _centre_line(plate: Plate, y: float, width: float) -> None:
    """Long dash, short dash, as the drawing standard has it."""
    x = -20.0
    while x < width:
        plate.line([(x, y), (x + 74, y)])
        plate.line([(x + 88, y), (x + 100, y)])
        x += 114
