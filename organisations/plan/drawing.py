from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from organisations.plan.dots import Dot, draw_dots
from organisations.plan.labels import Label, draw_labels
from organisations.plan.layers import Layer, draw_layers
from organisations.plan.place import PlanPlace
from organisations.plan.scale_bar import ScaleBar, draw_scale_bar
from organisations.plan.view import View


@dataclass(frozen=True)
class Plan:
    """What a template needs to write the plan as SVG."""

    width: int
    height: int
    layers: tuple[Layer, ...]
    labels: tuple[Label, ...]
    dots: tuple[Dot, ...]
    scale_bar: ScaleBar

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"


def draw_plan(
    collection: Mapping[str, Any],
    places: Iterable[PlanPlace] = (),
    *,
    view: View | None = None,
    here: str = "",
) -> Plan:
    """Draws a GeoJSON FeatureCollection with its places; `here` is the key of the place to mark."""
    view = view or View.named(collection, "full")
    return Plan(
        width=view.width,
        height=view.height,
        layers=draw_layers(collection["features"], view),
        labels=draw_labels(collection["features"], view),
        dots=draw_dots(places, view, here),
        scale_bar=draw_scale_bar(view),
    )
