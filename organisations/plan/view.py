import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

METRES_PER_DEGREE = 111_320
"""Length of one degree of latitude, and of longitude at the equator, on a sphere."""
LEAST_ACROSS = 500
ROOM = 1.3
"""Room around positions, as a multiple of what they span."""


@dataclass(frozen=True)
class View:
    """The part of the world that a plan shows, in metres around a centre.

    `width` is the width of the viewBox; `rotation` turns the drawing clockwise, in degrees;
    `bleed` is how far lines continue past each edge, in multiples of the view; `dot` is the
    radius of a building with one organisation, in units of the viewBox.
    """

    latitude: float
    longitude: float
    across: float
    down: float
    width: int = 1000
    rotation: float = 0
    bleed: float = 0
    dot: float = 8

    @classmethod
    def named(cls, collection: Mapping[str, Any], name: str, **options: Any) -> Self:
        """A view that the GeoJSON file itself names under `views`, by west, south, east, north."""
        entry = collection["views"][name]
        west, south, east, north = entry["bounds"]
        latitude = (south + north) / 2
        return cls(
            latitude=latitude,
            longitude=(west + east) / 2,
            across=(east - west) * METRES_PER_DEGREE * math.cos(math.radians(latitude)),
            down=(north - south) * METRES_PER_DEGREE,
            rotation=entry.get("rotation", 0),
            **options,
        )

    @classmethod
    def around(
        cls,
        latitude: float,
        longitude: float,
        *,
        across: float = 900,
        down: float = 600,
    ) -> Self:
        """The locator: the surroundings of one place, in a small viewBox."""
        return cls(latitude, longitude, across, down, width=360, dot=5)

    @classmethod
    def holding(cls, positions: Sequence[tuple[float, float]], **options: Any) -> Self | None:
        """All of the positions, by latitude and longitude, with room around them; None for none."""
        if not positions:
            return None
        latitudes, longitudes = zip(*positions, strict=True)
        latitude = (min(latitudes) + max(latitudes)) / 2
        metres = METRES_PER_DEGREE * math.cos(math.radians(latitude))
        across = max((max(longitudes) - min(longitudes)) * metres, LEAST_ACROSS)
        down = max((max(latitudes) - min(latitudes)) * METRES_PER_DEGREE, across / 2)
        longitude = (min(longitudes) + max(longitudes)) / 2
        return cls(latitude, longitude, across * ROOM, down * ROOM, **options)

    @property
    def scale(self) -> float:
        """Units of the viewBox per metre."""
        return self.width / self.across

    @property
    def height(self) -> int:
        return round(self.down * self.scale)

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """A position in the viewBox (equirectangular around the centre; y points down)."""
        east = (longitude - self.longitude) * math.cos(math.radians(self.latitude))
        x = east * METRES_PER_DEGREE * self.scale
        y = (self.latitude - latitude) * METRES_PER_DEGREE * self.scale
        turn = math.radians(self.rotation)
        return (
            self.width / 2 + x * math.cos(turn) - y * math.sin(turn),
            self.height / 2 + x * math.sin(turn) + y * math.cos(turn),
        )

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """What is drawn: the viewBox and its bleed, as left, top, right, bottom."""
        beside, above = self.width * self.bleed, self.height * self.bleed
        return (-beside, -above, self.width + beside, self.height + above)
