"""Embargoes that would not hold."""

import datetime
from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from parkportal.core.checks.finding import Finding, Place, Severity
from parkportal.core.checks.passages import Passage
from parkportal.core.checks.rules import rule

from ..models import Article
from .wording import wording

LONG = datetime.timedelta(days=366)


@rule(Article, order=5)
def embargo(article: Article, passages: list[Passage]) -> Iterator[Finding]:
    """An embargo has a time, lies ahead of what was never public, and is set where the text speaks of one."""
    label = capfirst(str(article._meta.get_field("embargo_until").verbose_name))
    place = Place(label, "embargo_until")
    if article.embargo_until is not None:
        yield from (Finding("embargo", severity, message, place) for severity, message in _wrong(article))
        return
    for passage in passages[:6]:
        if wording(passage.language).embargo.search(passage.text):
            message = _("The text speaks of an embargo, but none is set: this would be public at once.")
            yield Finding("embargo", Severity.ERROR, message, place)
            return


def _wrong(article: Article) -> Iterator[tuple[Severity, str]]:
    until = timezone.localtime(article.embargo_until)
    words = {"time": date_format(until, "DATETIME_FORMAT")}
    if article.is_embargoed and until.time() == datetime.time(0):
        yield Severity.ERROR, _("An embargo needs a time, not only a day. If you mean midnight, write 00:01.")
    if article.is_embargoed and until - timezone.now() > LONG:
        yield Severity.WARNING, _("The embargo ends more than a year from now, on %(time)s. Is that meant?") % words
    if not article.is_embargoed and not article.live and article.first_published_at is None:
        yield (
            Severity.ERROR,
            _("The embargo is over since %(time)s: this would be public at once. Change it, or leave it empty.")
            % words,
        )
