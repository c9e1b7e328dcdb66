"""A press release as one plain HTML file, with its images beside it, to open in any program."""

from typing import TYPE_CHECKING

from django.template.loader import render_to_string

from ..plain_html import WRITERS, rich
from .pictures import press_pictures

if TYPE_CHECKING:
    from ..models import PressRelease


def as_html(release: "PressRelease") -> str:
    """The whole release in the active language."""
    blocks = [WRITERS[block.block_type](block.value) for block in release.body if block.block_type in WRITERS]
    context = {
        "page": release,
        "blocks": blocks,
        "notes": rich(release.notes),
        "pictures": press_pictures(release),
        "language": release.locale.language_code,
    }
    return render_to_string("news/press_pack/release.html", context)
