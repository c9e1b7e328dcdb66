from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from organisations.plan.clipping import clip_area, clip_line, contains
from organisations.plan.path import area_path, line_path, square_path
from organisations.plan.view import View

KINDS = (
    "green",
    "water",
    "stream",
    "road",
    "motorway",
    "tree",
    "railway",
    "block",
    "station",
)
"""The kinds of shapes from the ground up; `stream` is water that is drawn as a line."""

CASED = ("road", "motorway", "railway")
"""Kinds that are drawn twice: an outline, and a core within it."""


@dataclass(frozen=True)
class Layer:
    """All shapes of one kind as one path."""

    kind: str
    path: str

    @property
    def is_cased(self) -> bool:
        return self.kind in CASED


def draw_layers(features: Iterable[Mapping[str, Any]], view: View) -> tuple[Layer, ...]:
    """The shapes of the features, one layer per kind that the view shows."""
    paths: dict[str, str] = dict.fromkeys(KINDS, "")
    for feature in features:
        kind = _kind(feature)
        if kind in paths:
            paths[kind] += _path(feature, view)
    return tuple(Layer(kind, path) for kind, path in paths.items() if path)


def _kind(feature: Mapping[str, Any]) -> str:
    kind: str = feature["properties"]["kind"]
    is_stream = kind == "water" and feature["geometry"]["type"] == "LineString"
    return "stream" if is_stream else kind


def _path(feature: Mapping[str, Any], view: View) -> str:
    coordinates = feature["geometry"]["coordinates"]
    smooth = feature["properties"].get("smooth", False)
    match feature["geometry"]["type"]:
        case "Polygon":
            rings = ([view.project(*place) for place in ring] for ring in coordinates)
            return "".join(area_path(clip_area(ring, view.frame), smooth=smooth) for ring in rings)
        case "LineString":
            line = [view.project(*place) for place in coordinates]
            return "".join(line_path(piece, smooth=smooth) for piece in clip_line(line, view.frame))
        case "Point":
            point = view.project(*coordinates)
            inside = contains(view.frame, point)
            return square_path(point, view.dot * 0.7) if inside else ""
        case other:
            raise ValueError(f"The plan draws no geometry of type {other}.")
