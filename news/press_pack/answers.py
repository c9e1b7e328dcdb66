"""The answers at the addresses below a press release."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from parkportal.core.private_files import Address, pieces_at

from .archive import stream
from .plain_text import plain_text

if TYPE_CHECKING:
    from ..models import PressRelease


def text_answer(release: "PressRelease") -> HttpResponse:
    """The release as plain text; search engines find the page itself."""
    headers = {"X-Robots-Tag": "noindex", "Link": f'<{release.absolute_url}>; rel="canonical"'}
    return HttpResponse(plain_text(release), content_type="text/plain; charset=utf-8", headers=headers)


def press_pack(
    release: "PressRelease", versions: "Sequence[PressRelease] | None" = None, file_address: Address | None = None
) -> StreamingHttpResponse:
    """The release in these languages, else in every one in which the public may see it, made while it is sent.

    ``file_address`` gives the addresses of files that only one reader may know.
    """
    name = f"{release.number or release.date.isoformat()}-{release.slug}.zip"
    return StreamingHttpResponse(
        pieces_at(file_address, stream(versions or release.visible_versions)),
        content_type="application/zip",
        headers={
            "Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name)),
            "Cache-Control": "private, no-store",  # No shared cache keeps what may be withdrawn.
            "X-Robots-Tag": "noindex",
        },
    )
