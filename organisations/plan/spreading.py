import math
from collections.abc import Sequence
from itertools import combinations

from organisations.plan.clipping import Point

GOLDEN_ANGLE = math.radians(137.5)
ROUNDS = 120


def spread(circles: Sequence[tuple[float, float, float]], gap: float) -> list[Point]:
    """Centres of circles (x, y, radius) pushed apart until none overlap; the same every time."""
    centres = [(x, y) for x, y, _ in circles]
    radii = [radius for _, _, radius in circles]
    for _ in range(ROUNDS):
        if not _push_once(centres, radii, gap):
            break
    return centres


def _push_once(centres: list[Point], radii: Sequence[float], gap: float) -> bool:
    moved = False
    for j, i in combinations(range(len(centres)), 2):
        dx, dy = centres[i][0] - centres[j][0], centres[i][1] - centres[j][1]
        needed = radii[i] + radii[j] + gap
        if abs(dx) >= needed or abs(dy) >= needed:
            continue
        distance = math.hypot(dx, dy)
        missing = needed - distance
        if missing < 0.05:
            continue
        if distance < 0.01:
            dx, dy, distance = (
                math.cos(i * GOLDEN_ANGLE),
                math.sin(i * GOLDEN_ANGLE),
                1.0,
            )
        step_x, step_y = dx / distance * missing / 2, dy / distance * missing / 2
        centres[i] = (centres[i][0] + step_x, centres[i][1] + step_y)
        centres[j] = (centres[j][0] - step_x, centres[j][1] - step_y)
        moved = True
    return moved
