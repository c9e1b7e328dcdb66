"""A sheet printed plate by plate: each plate is drawn large, scaled down and inked once."""

from math import cos, radians, sin

from PIL import Image, ImageDraw, ImageFilter

from .palette import Inks

Point = tuple[float, float]

SUPERSAMPLING = 4
HAIR, FINE, BOLD = 1.5, 2.6, 6.0  # the three line weights of the family, in units


class Plate:
    """A mask to draw on, in units of a thousandth of the picture's height; density runs from 0 to 1."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._scale = size[1] * SUPERSAMPLING / 1000
        self._image = Image.new("L", (size[0] * SUPERSAMPLING, size[1] * SUPERSAMPLING))
        self._draw = ImageDraw.Draw(self._image)

    def line(self, points: list[Point], width: float = HAIR, density: float = 1) -> None:
        """An open line through the points, with round joints."""
        joint = "curve" if width > HAIR and len(points) > 2 else None
        self._draw.line(self._pixels(points), _grey(density), self._pen(width), joint)

    def polygon(self, points: list[Point], density: float = 1) -> None:
        """A filled shape."""
        self._draw.polygon(self._pixels(points), _grey(density))

    def box(self, x: float, y: float, width: float, height: float, density: float = 1) -> None:
        """A filled upright rectangle, from its upper left corner."""
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], density)

    def disc(self, centre: Point, radius: float, density: float = 1) -> None:
        """A filled circle."""
        self._draw.ellipse(self._bounds(centre, radius), _grey(density))

    def ring(self, centre: Point, radius: float, width: float = HAIR, density: float = 1) -> None:
        """A circle's outline."""
        outer = self._bounds(centre, radius + width / 2)
        self._draw.ellipse(outer, None, _grey(density), self._pen(width))

    def arc(self, centre: Point, radius: float, start: float, end: float, width: float = HAIR) -> None:
        """Part of a circle, between two angles in degrees, clockwise from three o'clock."""
        outer = self._bounds(centre, radius + width / 2)
        self._draw.arc(outer, start, end, 255, self._pen(width))

    def printed(self, blur: float) -> Image.Image:
        """The mask at the picture's own size; `blur` softens it, in units."""
        mask = self._image.reduce(SUPERSAMPLING)
        return mask.filter(ImageFilter.GaussianBlur(blur * self._size[1] / 1000)) if blur else mask

    def _pixels(self, points: list[Point]) -> list[Point]:
        return [(x * self._scale, y * self._scale) for x, y in points]

    def _pen(self, width: float) -> int:
        return max(2, round(width * self._scale))

    def _bounds(self, centre: Point, radius: float) -> tuple[float, float, float, float]:
        x, y, r = centre[0] * self._scale, centre[1] * self._scale, radius * self._scale
        return x - r, y - r, x + r, y + r


class Canvas:
    """The sheet: 1000 units high, as wide as its shape asks."""

    def __init__(self, size: tuple[int, int], inks: Inks) -> None:
        self.size = size
        self.inks = inks
        self.width = 1000 * size[0] / size[1]
        self.image = Image.new("RGB", size, inks.ground)

    def plate(self) -> Plate:
        """A blank plate for this sheet."""
        return Plate(self.size)

    def print(self, plate: Plate, ink: str, *, blur: float = 0) -> None:
        """Press a plate onto the sheet in one ink."""
        self.image.paste(ink, mask=plate.printed(blur))

    def x(self, offset: float) -> float:
        """A place measured from the vertical centre line, so that a crop keeps the subject."""
        return self.width / 2 + offset


def polar(centre: Point, radius: float, angle: float) -> Point:
    """The point at a distance and an angle in degrees, clockwise from three o'clock."""
    return centre[0] + radius * cos(radians(angle)), centre[1] + radius * sin(radians(angle))


def measure(plate: Plate, start: Point, end: Point, ticks: int, length: float = 12) -> None:
    """A hairline with evenly spaced ticks: the measuring line that every picture carries."""
    plate.line([start, end])
    (x0, y0), (x1, y1) = start, end
    reach = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    across = (-(y1 - y0) / reach, (x1 - x0) / reach)
    for tick in range(ticks + 1):
        x, y = x0 + (x1 - x0) * tick / ticks, y0 + (y1 - y0) * tick / ticks
        size = length * (2 if tick % 5 == 0 else 1)
        plate.line([(x, y), (x + across[0] * size, y + across[1] * size)])


def _grey(density: float) -> int:
    return round(255 * min(max(density, 0), 1))
