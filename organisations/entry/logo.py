"""A logo from outside: read by us, checked before it is unpacked, and drawn anew without anything that came along."""

import io
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 16_000_000  # Unpacked, 64 MB.
SHORTEST_SIDE, LONGEST_SIDE = 32, 1200
KEPT_BYTES = 400 * 1024
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


def clean_logo(data: bytes) -> bytes:
    """The picture as a PNG, or as a WebP where that would be large. Raises ValidationError that says what to send."""
    if len(data) > MOST_BYTES:
        raise ValidationError(_("This file is larger than 5 MB. Send a smaller one."))
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            _check(picture)
            picture.load()
            drawn = _drawn(picture)
    except ValidationError:
        raise
    except Exception as error:  # The library raises whatever goes wrong first, such as struct.error for a torn EXIF.
        raise ValidationError(_("We can't read this file as a picture. Send a PNG, JPEG, WebP or GIF.")) from error
    return _packed(drawn)


def suffix_of(data: bytes) -> str:
    """The ending for the name of a file that ``clean_logo`` made."""
    return "png" if data.startswith(b"\x89PNG") else "webp"


def _check(picture: Any) -> None:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise ValidationError(_("This picture has more than 16 million pixels. Send a smaller one."))
    if min(width, height) < SHORTEST_SIDE:
        raise ValidationError(_("This picture is too small: each side needs at least 32 pixels."))
    if getattr(picture, "n_frames", 1) > 1:
        raise ValidationError(_("This picture moves. Send one that stands still."))


def _drawn(picture: Any) -> Any:
    upright = ImageOps.exif_transpose(picture)
    see_through = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    flat = _in_srgb(upright) if upright.mode in ("RGB", "CMYK") and not see_through else upright
    converted = flat.convert("RGBA" if see_through else "RGB")
    converted.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new(converted.mode, converted.size)  # Without the metadata, profile and comments of the file.
    clean.paste(converted)
    return clean


def _in_srgb(picture: Any) -> Any:
    """In the colours of the web, by the picture's own profile if it has a good one."""
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def _packed(picture: Any) -> bytes:
    exact = _saved(picture, "PNG", optimize=True)
    return exact if len(exact) <= KEPT_BYTES else _saved(picture, "WEBP", quality=85)


def _saved(picture: Any, kind: str, **options: Any) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()
