from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from organisations.plan.clipping import contains
from organisations.plan.view import View


@dataclass(frozen=True)
class Label:
    """A proper name on the plan, turned clockwise by `angle` degrees."""

    kind: str
    text: str
    x: float
    y: float
    angle: float


def draw_labels(features: Iterable[Mapping[str, Any]], view: View) -> tuple[Label, ...]:
    """The names that the view shows, where the GeoJSON file puts them."""
    placed = (
        (feature["properties"], view.project(*feature["geometry"]["coordinates"]))
        for feature in features
        if feature["properties"]["kind"] == "label"
    )
    return tuple(
        Label(
            kind=properties["of"],
            text=properties["name"],
            x=round(point[0], 1),
            y=round(point[1], 1),
            angle=properties.get("angle", 0) + view.rotation,
        )
        for properties, point in placed
        if contains(view.frame, point)
    )
