"""Links of public things that lead nowhere."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..models import BrokenLink
from .access import about_what_may_be_edited
from .needs import Source, Text, need


def _where(link: BrokenLink) -> Any:
    return link.subject


def _said(link: BrokenLink) -> Text:
    return _("the link “%(text)s”") % {"text": link.text}


@need(
    "broken-links",
    label=_("Links that lead nowhere"),
    explanation=_("To pages and documents of this site that are gone or not public. Looked for a few times a day."),
    moment=_("Found"),
    order=100,
    subject=_where,
    remark=_said,
)
def broken_links(user: Any) -> Iterator[Source]:
    """Those in what this user may edit."""
    mine = BrokenLink.objects.filter(about_what_may_be_edited(user, "content_type"))
    yield Source(mine.prefetch_related("subject"), by="found")
