"""Says what is wrong with a plan before it is drawn."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from organisations.plan.layers import KINDS

GEOMETRIES = {"Polygon": 2, "LineString": 1, "Point": 0}
"""The geometries that a plan draws, with how many lists their positions are wrapped in."""
SHAPES = (*(kind for kind in KINDS if kind != "stream"), "label")
MOST_TOLD = 5


def validate_plan(collection: Any) -> None:
    """Raise ValidationError, with a message for each fault, unless the GeoJSON can be drawn; empty is no plan."""
    if not collection:
        return
    if not isinstance(collection, Mapping) or collection.get("type") != "FeatureCollection":
        raise ValidationError(_("This is no GeoJSON FeatureCollection."))
    faults = [*_faults_of_views(collection.get("views")), *_faults_of_features(collection.get("features"))]
    if faults:
        raise ValidationError([ValidationError(message, params=params) for message, params in faults[:MOST_TOLD]])


Fault = tuple[Any, dict[str, Any]]


def _faults_of_views(views: Any) -> Iterator[Fault]:
    named = views if isinstance(views, Mapping) else {}
    if "full" not in named:
        yield _("“views” has no “full”: the part of the world that the plan shows."), {}
    for name, view in named.items():
        bounds = view.get("bounds") if isinstance(view, Mapping) else None
        if not _are_bounds(bounds):
            yield _("The bounds of the view “%(name)s” are not west, south, east, north in degrees."), {"name": name}


def _are_bounds(bounds: Any) -> bool:
    if not isinstance(bounds, list) or len(bounds) != 4:
        return False
    if not _is_position(bounds[:2]) or not _is_position(bounds[2:]):
        return False
    west, south, east, north = bounds
    return bool(west < east and south < north)


def _faults_of_features(features: Any) -> Iterator[Fault]:
    if not isinstance(features, list):
        yield _("“features” is not a list."), {}
        return
    for number, feature in enumerate(features, start=1):
        message = _fault_of_feature(feature)
        if message:
            yield message, {"number": number, "kinds": ", ".join(SHAPES), "geometries": ", ".join(GEOMETRIES)}


def _fault_of_feature(feature: Any) -> Any:
    properties = feature.get("properties") if isinstance(feature, Mapping) else None
    geometry = feature.get("geometry") if isinstance(feature, Mapping) else None
    if not isinstance(properties, Mapping) or not isinstance(geometry, Mapping):
        return _("Feature %(number)s lacks its properties or its geometry.")
    kind, shape = properties.get("kind"), geometry.get("type")
    if kind not in SHAPES:
        return _("Feature %(number)s: “kind” must be one of %(kinds)s.")
    if shape not in GEOMETRIES:
        return _("Feature %(number)s: the geometry must be one of %(geometries)s.")
    if kind == "label" and not (shape == "Point" and properties.get("name") and properties.get("of")):
        return _("Feature %(number)s: a label is a point with a “name” and what it is the name “of”.")
    if not _are_positions(geometry.get("coordinates"), GEOMETRIES[shape]):
        return _("Feature %(number)s: a coordinate is not a longitude and a latitude in degrees.")
    return None


def _are_positions(coordinates: Any, depth: int) -> bool:
    if not depth:
        return _is_position(coordinates)
    return isinstance(coordinates, list) and all(_are_positions(each, depth - 1) for each in coordinates)


def _is_position(position: Any) -> bool:
    if not isinstance(position, list) or len(position) != 2:
        return False
    if not all(isinstance(number, int | float) and not isinstance(number, bool) for number in position):
        return False
    longitude, latitude = position
    return abs(longitude) <= 180 and abs(latitude) < 90
