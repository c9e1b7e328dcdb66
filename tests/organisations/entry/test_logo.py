"""A logo from outside is drawn anew; what could do harm is refused before it is unpacked."""

import io
import struct
import zlib
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from organisations.entry.logo import KEPT_BYTES, LONGEST_SIDE, MOST_BYTES, clean_logo


def saved(picture: Any, kind: str, **options: Any) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 2,500 million pixels."""
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def text_bomb() -> bytes:
    """A PNG whose comment unpacks to 100 MB."""
    info = PngInfo()
    info.add_text("Comment", "A" * 100_000_000, zip=True)
    return saved(Image.new("RGB", (64, 64)), "PNG", pnginfo=info)


def animated() -> bytes:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:])


def torn_exif() -> bytes:
    """A picture to be turned, whose EXIF gives its width as text."""
    turned = struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    width = struct.pack("<HHI4s", 0x0100, 2, 1, b"ab")
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + turned + width + bytes(4)
    return saved(Image.new("RGB", (64, 64)), "PNG", exif=exif)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
REFUSED = {
    "decompression bomb": bomb,
    "too many pixels": lambda: saved(Image.new("1", (5000, 4000)), "PNG"),
    "bomb in a comment": text_bomb,
    "SVG by another name": lambda: SVG,
    "50 MB": lambda: b"\x89PNG" + b"0" * 50_000_000,
    "animated": animated,
    "cut off": lambda: saved(Image.effect_noise((200, 200), 50), "PNG")[:2000],
    "torn EXIF": torn_exif,
    "TIFF": lambda: saved(Image.new("RGB", (64, 64)), "TIFF"),
    "tiny": lambda: saved(Image.new("RGB", (8, 8)), "PNG"),
    "empty": lambda: b"",
    "HTML": lambda: b"<html><body>GIF89a</body></html>",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_plain_small_picture_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        clean_logo(REFUSED[name]())


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1", "RGBA", "LA", "I;16"])
def test_every_way_of_colour_becomes_one_of_the_web(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    with Image.open(io.BytesIO(clean_logo(saved(Image.new(mode, (64, 48)), kind)))) as drawn:
        assert drawn.mode == ("RGBA" if mode in ("RGBA", "LA") else "RGB")
        assert drawn.size == (64, 48)


def test_what_came_along_is_dropped_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Taken at home"  # Orientation, ImageDescription.
    drawn = clean_logo(saved(Image.new("RGB", (100, 50), "red"), "JPEG", exif=exif, comment=b"Taken at home"))
    with Image.open(io.BytesIO(drawn)) as picture:
        assert not picture.getexif()
        assert picture.size == (50, 100)
    assert b"at home" not in drawn


def test_a_large_picture_is_made_smaller() -> None:
    noise = Image.effect_noise((3000, 2000), 90).convert("RGB")
    data = saved(noise, "JPEG", quality=60)
    assert len(data) < MOST_BYTES
    drawn = clean_logo(data)
    with Image.open(io.BytesIO(drawn)) as picture:
        assert max(picture.size) == LONGEST_SIDE
    assert len(drawn) < 2 * KEPT_BYTES
