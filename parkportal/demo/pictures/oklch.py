"""OKLCH to sRGB (Björn Ottosson, 2020), so that colours are chosen by eye-even steps."""

from math import cos, radians, sin


def to_linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Linear sRGB of an OKLCH colour; channels may fall outside 0–1. The hue is in degrees."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def to_hex(lightness: float, chroma: float, hue: float) -> str:
    """The nearest sRGB colour as #rrggbb; chroma gives way until the colour fits the gamut."""
    channels = to_linear(lightness, chroma, hue)
    while chroma > 0 and not all(-0.0005 <= channel <= 1.0005 for channel in channels):
        chroma -= 0.002
        channels = to_linear(lightness, chroma, hue)
    return "#" + "".join(f"{round(255 * _encode(channel)):02x}" for channel in channels)


def _encode(channel: float) -> float:
    """The sRGB transfer curve (IEC 61966-2-1)."""
    channel = min(max(channel, 0.0), 1.0)
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
