"""The answers at the addresses below a press release."""

from typing import TYPE_CHECKING

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from .archive import stream
from .plain_text import plain_text

if TYPE_CHECKING:
    from ..models import PressRelease


def text_answer(release: "PressRelease") -> HttpResponse:
    """The release as plain text; search engines find the page itself."""
    headers = {"X-Robots-Tag": "noindex", "Link": f'<{release.absolute_url}>; rel="canonical"'}
    return HttpResponse(plain_text(release), content_type="text/plain; charset=utf-8", headers=headers)


def press_pack(release: "PressRelease") -> StreamingHttpResponse:
    """The release in every language in which the public may see it, made while it is sent."""
    name = f"{release.number or release.date.isoformat()}-{release.slug}.zip"
    return StreamingHttpResponse(
        stream(release.visible_versions),
        content_type="application/zip",
        headers={
            "Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name)),
            "Cache-Control": "private, no-store",  # No shared cache keeps what may be withdrawn.
            "X-Robots-Tag": "noindex",
        },
    )
