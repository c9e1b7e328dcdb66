"""Cleanroom: a plan with rooms inside rooms, doors that swing and filters above the cleanest one."""

from random import Random

from .canvas import BOLD, FINE, HAIR, Canvas, Plate, measure

Room = tuple[float, float, float, float]
DOOR = 62


def compose(canvas: Canvas, random: Random) -> None:
    """A plan that runs off the sheet at the upper right; the deeper the room, the firmer its colour."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    left, bottom = canvas.x(-440), 850
    plan = (left, -150, canvas.width + 260 - left, bottom + 150)
    walls = canvas.plate()
    rooms = _divide(plan, walls, line, random)

    inside = [room for room in rooms if room[1] > 60 and room[0] > left + 90 and room[0] + room[2] < canvas.x(520)]
    core = min(inside or rooms, key=lambda room: _distance(room, canvas.x(90), 350) - room[2] * room[3] / 150)
    for room in rooms:
        if room == core:
            tone.box(*room)
            _filters(tone, room)
        elif _touch(room, core):
            wash.box(*room)
        elif random.random() < 0.4:
            _bench(line, room, random)
    _frame(walls, plan, BOLD * 2)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(walls, canvas.inks.line)
    measure(line, (left, bottom + 60), (canvas.width + 40, bottom + 60), 40, 8)
    canvas.print(line, canvas.inks.line)


def _divide(room: Room, walls: Plate, line: Plate, random: Random) -> list[Room]:
    """Split a room across its longer side until the rooms are small; every wall gets one door."""
    x, y, width, height = room
    if width * height < 62_000 or max(width, height) < 230:
        return [room]
    share = random.uniform(0.36, 0.64)
    if width > height:
        wall = x + width * share
        walls.line([(wall, y), (wall, y + height)], BOLD)
        hinge = y + height - 26
        walls.line([(wall, hinge), (wall, hinge - DOOR)], BOLD + 6, 0)
        line.line([(wall, hinge), (wall + DOOR, hinge)], FINE)
        line.arc((wall, hinge), DOOR, 270, 360)
        halves = [(x, y, wall - x, height), (wall, y, x + width - wall, height)]
    else:
        wall = y + height * share
        walls.line([(x, wall), (x + width, wall)], BOLD)
        hinge = x + 26
        walls.line([(hinge, wall), (hinge + DOOR, wall)], BOLD + 6, 0)
        line.line([(hinge, wall), (hinge, wall - DOOR)], FINE)
        line.arc((hinge, wall), DOOR, 270, 360)
        halves = [(x, y, width, wall - y), (x, wall, width, y + height - wall)]
    return [part for half in halves for part in _divide(half, walls, line, random)]


def _filters(plate: Plate, room: Room) -> None:
    """A ceiling of square filters, left open in the room's colour."""
    x, y, width, height = room
    columns, rows = int((width - 30) // 44), max(1, int((height - 110) // 44))
    start = (x + (width - columns * 44) / 2 + 5, y + 22)
    for column in range(columns):
        for row in range(rows):
            plate.box(start[0] + column * 44, start[1] + row * 44, 34, 34, 0.55)


def _bench(plate: Plate, room: Room, random: Random) -> None:
    """A bench along the upper wall, with two vessels on it."""
    x, y, width, _ = room
    _frame(plate, (x + 80, y + 22, width - 110, 46), HAIR)
    for vessel in range(min(random.randrange(1, 4), int((width - 130) // 30))):
        plate.ring((x + 104 + vessel * 30, y + 45), 11)


def _frame(plate: Plate, room: Room, width: float) -> None:
    x, y, across, down = room
    plate.line([(x, y), (x + across, y), (x + across, y + down), (x, y + down), (x, y), (x + across, y)], width)


def _distance(room: Room, x: float, y: float) -> float:
    """How far the room's middle is from a place, along the walls."""
    return abs(room[0] + room[2] / 2 - x) + abs(room[1] + room[3] / 2 - y)


def _touch(room: Room, other: Room) -> bool:
    """Whether two rooms share a wall."""
    (x, y, w, h), (a, b, c, d) = room, other
    return x <= a + c + 1 and a <= x + w + 1 and y <= b + d + 1 and b <= y + h + 1
