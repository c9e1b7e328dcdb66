"""Pictures for records without a photo: drawn by code, the same for the same family, sector and seed."""

from collections.abc import Callable
from random import Random

from PIL import Image, ImageOps

from . import (
    cleanroom,
    culture,
    curves,
    diffraction,
    fermenter,
    gel,
    lattice,
    orbits,
    particles,
    section,
    sequence,
    shell,
    slices,
    turning,
    voices,
    wells,
)
from .canvas import Canvas
from .palette import SECTOR_HUES, inks_for

__all__ = ["FAMILIES", "SECTOR_HUES", "draw"]

FAMILIES: dict[str, Callable[[Canvas, Random], None]] = {
    "cleanroom": cleanroom.compose,
    "culture": culture.compose,
    "curves": curves.compose,
    "diffraction": diffraction.compose,
    "fermenter": fermenter.compose,
    "gel": gel.compose,
    "lattice": lattice.compose,
    "orbits": orbits.compose,
    "particles": particles.compose,
    "section": section.compose,
    "sequence": sequence.compose,
    "shell": shell.compose,
    "slices": slices.compose,
    "turning": turning.compose,
    "voices": voices.compose,
    "wells": wells.compose,
}

READ_FROM_LEFT = frozenset({"curves", "gel", "sequence", "turning", "voices"})


def draw(family: str, *, sector: str, seed: int, size: tuple[int, int] = (1600, 1000)) -> Image.Image:
    """Draw one picture. Even seeds print on paper, odd seeds on the dark ground.

    Where reading order does not matter, every second pair of seeds is mirrored.

    Raises KeyError for an unknown family or sector.
    """
    canvas = Canvas(size, inks_for(sector, dark=seed % 2 == 1))
    FAMILIES[family](canvas, Random(f"{family}/{seed}"))
    mirrored = seed // 2 % 2 == 1 and family not in READ_FROM_LEFT
    return ImageOps.mirror(canvas.image) if mirrored else canvas.image
