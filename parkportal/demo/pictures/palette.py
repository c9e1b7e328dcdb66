"""One hue for each sector, and the inks a picture is printed with."""

from typing import NamedTuple

from .oklch import to_hex

Shade = tuple[float, float]

# Lightness and chroma on paper, the same on the dark ground, and the hue. The contrast is at least 4.5 : 1
# with PAPER and with INK; any two colours of a theme are at least 0.045 apart in OKLab as seen with
# normal, protan and deutan vision (Machado et al., 2009).
_OKLCH: dict[str, tuple[Shade, Shade, int]] = {
    "drug-development": ((0.56, 0.200), (0.73, 0.141), 269),
    "advanced-therapies": ((0.47, 0.220), (0.79, 0.141), 283),
    "vaccines": ((0.53, 0.140), (0.84, 0.160), 156),
    "diagnostics": ((0.56, 0.124), (0.80, 0.074), 350),
    "medtech": ((0.54, 0.149), (0.84, 0.158), 247),
    "drug-development-services": ((0.38, 0.155), (0.66, 0.130), 303),
    "biomanufacturing": ((0.49, 0.172), (0.78, 0.160), 52),
    "business-services": ((0.38, 0.056), (0.66, 0.043), 250),
    "industrial-biotech": ((0.38, 0.092), (0.67, 0.122), 94),
    "green-biotech": ((0.48, 0.075), (0.77, 0.100), 156),
    "food": ((0.42, 0.173), (0.71, 0.160), 27),
    "space": ((0.38, 0.220), (0.67, 0.160), 266),
    "water": ((0.44, 0.124), (0.72, 0.102), 238),
    "research-equipment": ((0.43, 0.044), (0.72, 0.030), 46),
    "materials": ((0.53, 0.130), (0.87, 0.099), 204),
    "digital-health": ((0.57, 0.210), (0.74, 0.137), 331),
    "education": ((0.55, 0.131), (0.85, 0.159), 84),
    "healthcare": ((0.57, 0.219), (0.87, 0.109), 9),
    "museum": ((0.38, 0.120), (0.66, 0.120), 0),
}


class SectorHue(NamedTuple):
    """A sector's colour on the light theme and on the dark theme, as #rrggbb."""

    light: str
    dark: str


SECTOR_HUES: dict[str, SectorHue] = {
    sector: SectorHue(to_hex(*light, hue), to_hex(*dark, hue)) for sector, (light, dark, hue) in _OKLCH.items()
}

PAPER = to_hex(0.976, 0.005, 180)
INK = to_hex(0.245, 0.036, 208)


class Inks(NamedTuple):
    """The colours of one picture: what it is printed on, and three inks from faint to firm."""

    ground: str
    wash: str
    tone: str
    line: str


def inks_for(sector: str, *, dark: bool) -> Inks:
    """The sector's inks on the dark ground or on paper. Raises KeyError for an unknown sector."""
    (_, chroma), _, hue = _OKLCH[sector]
    if dark:
        wash, line = to_hex(0.37, min(chroma, 0.065), hue), to_hex(0.95, 0.014, 190)
        return Inks(INK, wash, SECTOR_HUES[sector].dark, line)
    wash, line = to_hex(0.895, min(chroma, 0.05), hue), to_hex(0.285, 0.04, 205)
    return Inks(PAPER, wash, SECTOR_HUES[sector].light, line)
