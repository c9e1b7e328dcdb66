import math
from dataclasses import dataclass

from organisations.plan.view import View


@dataclass(frozen=True)
class ScaleBar:
    """A round number of metres, its length in the drawing, and where its foot stands."""

    metres: int
    length: float
    baseline: int


def draw_scale_bar(view: View) -> ScaleBar:
    """The largest of 1, 2 or 5 times a power of ten that fits a quarter of the width."""
    fitting = view.across / 4
    power = 10 ** math.floor(math.log10(fitting))
    metres = max(step * power for step in (1, 2, 5) if step * power <= fitting)
    return ScaleBar(metres, round(metres * view.scale, 1), view.height - 16)
