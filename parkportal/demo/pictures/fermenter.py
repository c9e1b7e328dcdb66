"""Fermenter: a stirred vessel with its pipework, as a process engineer draws it."""

from random import Random

from .canvas import BOLD, FINE, HAIR, Canvas, Plate, Point, measure, polar


def compose(canvas: Canvas, random: Random) -> None:
    """A tall vessel right of the middle and a small seed vessel; pipes leave the sheet on both sides."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    main, seed = canvas.x(random.uniform(110, 170)), canvas.x(random.uniform(-330, -270))
    right = canvas.width + 40

    _pipe(line, [(seed, 560), (seed, 905), (main, 905), (main, 770)])
    _pipe(line, [(-40, 210), (seed, 210), (seed, 460)])
    _pipe(line, [(main - 110, 210), (main - 110, 96), (main - 330, 96), (main - 330, -40)])
    _pipe(line, [(main + 120, 210), (main + 120, 120), (right, 120)])
    _pipe(line, [(main + 150, 420), (main + 330, 420), (main + 330, 300), (right, 300)])
    _pipe(line, [(main + 150, 660), (main + 420, 660), (main + 420, 905), (right, 905)])
    for spot in ((seed + 190, 905), (main + 330, 905 - 245), (main + 470, 300), (seed - 200, 210)):
        _valve(line, tone, spot)
    for spot, hand in (((main + 225, 120), 300), ((main - 225, 96), 220), ((seed, 720), 250)):
        _gauge(line, spot, hand + random.uniform(-25, 25))

    _vessel(wash, line, main, 190, 790, 180, random.uniform(330, 380))
    _stirrer(tone, line, main, 190, 690)
    for _ in range(46):
        rise = random.random()
        tone.ring((main + random.uniform(-118, 118), 730 - 340 * rise), 3 + 6 * rise, HAIR, 0.9)
    _vessel(wash, line, seed, 440, 600, 84, random.uniform(500, 530))
    line.line([(-20, 962), (right, 962)], FINE)
    for leg in (main - 150, main + 150):
        line.line([(leg, 760), (leg, 962)], BOLD)
    measure(line, (main - 250, 790), (main - 250, 190), 20, 9)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(line, canvas.inks.line)
    canvas.print(tone, canvas.inks.tone)


def _outline(x: float, top: float, bottom: float, half: float) -> list[Point]:
    """A cylinder with dished ends."""
    dome = [polar((0, 0), 1, angle) for angle in range(180, 361, 4)]
    upper = [(x + half * a, top + half * 0.5 * (1 + b)) for a, b in dome]
    lower = [(x - half * a, bottom - half * 0.5 * (1 + b)) for a, b in dome]
    return upper + lower


def _vessel(wash: Plate, line: Plate, x: float, top: float, bottom: float, half: float, level: float) -> None:
    """The vessel in its jacket, filled up to a level."""
    jacket, wall = _outline(x, top - 13, bottom + 13, half + 14), _outline(x, top, bottom, half)
    shoulder = top + half
    line.polygon(jacket, 0)
    line.line([(x + half + 14, shoulder), *jacket[len(jacket) // 2 :], (x - half - 14, shoulder)], HAIR)
    for side in (-1, 1):
        line.line([(x + side * half, shoulder), (x + side * (half + 14), shoulder)])
    line.line([*wall, *wall[:2]], BOLD * 0.75)
    wash.polygon([(px, max(py, level)) for px, py in wall])
    line.line([(x - half, level), (x + half, level)])


def _stirrer(tone: Plate, line: Plate, x: float, top: float, bottom: float) -> None:
    """Motor, shaft and three turbines."""
    line.box(x - 34, top - 116, 68, 86)
    line.box(x - 52, top - 24, 104, 12)
    line.line([(x, top - 30), (x, bottom)], BOLD)
    for height in (bottom - 240, bottom - 120, bottom):
        tone.line([(x - 84, height), (x + 84, height)], BOLD)
        for blade in (-84, -42, 42, 84):
            tone.box(x + blade - 9, height - 26, 18, 52)


def _pipe(plate: Plate, points: list[Point]) -> None:
    """A tube as two lines, with bends a little rounded; crosses over what was drawn before."""
    bends = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        entry, leave = _towards(corner, before), _towards(corner, after)
        for step in range(9):
            t = step / 8
            bends.append(
                (
                    (1 - t) ** 2 * entry[0] + 2 * t * (1 - t) * corner[0] + t * t * leave[0],
                    (1 - t) ** 2 * entry[1] + 2 * t * (1 - t) * corner[1] + t * t * leave[1],
                )
            )
    bends.append(points[-1])
    plate.line(bends, 19)
    plate.line(bends, 19 - 2 * FINE, 0)


def _towards(corner: Point, other: Point, reach: float = 36) -> Point:
    distance = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    share = reach / distance
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def _valve(line: Plate, tone: Plate, spot: Point) -> None:
    """The bow tie of a valve, with its actuator."""
    x, y = spot
    line.box(x - 30, y - 22, 60, 44, 0)
    tone.polygon([(x - 30, y - 22), (x + 30, y + 22), (x + 30, y - 22), (x - 30, y + 22)])
    line.line([(x, y), (x, y - 42)], FINE)
    line.arc((x, y - 42), 18, 180, 360, FINE)
    line.line([(x - 19, y - 42), (x + 19, y - 42)], FINE)


def _gauge(line: Plate, spot: Point, hand: float) -> None:
    """A round dial on the pipe."""
    line.disc(spot, 34, 0)
    line.ring(spot, 34, FINE)
    line.line([spot, polar(spot, 24, hand)], FINE)
    line.disc(spot, 4)
