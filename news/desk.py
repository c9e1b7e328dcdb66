"""What needs somebody in the newsroom: embargoes about to lift, figures that have grown old."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parkportal.core.desk.access import may_change, pages_to_edit
from parkportal.core.desk.needs import Source, Text, need

from .models import Article, Figure

SOON = datetime.timedelta(days=7)
OLD = datetime.timedelta(days=365)


def _not_approved(article: Any) -> Text:
    return "" if article.approved_schedule else _("nobody has approved it for that moment")


@need(
    "embargoes",
    label=_("Embargoes that lift within a week"),
    explanation=_("The whole press release is public at that moment, in every outlet."),
    moment=_("Lifts at"),
    order=40,
    remark=_not_approved,
)
def embargoes(user: Any) -> Iterator[Source]:
    """Articles under embargo that this user may edit."""
    now = timezone.now()
    mine = pages_to_edit(user).order_by().values("pk")
    articles = Article.objects.filter(pk__in=mine, embargo_until__gt=now, embargo_until__lte=now + SOON)
    yield Source(articles.annotate_approved_schedule().select_related("locale"), by="embargo_until")


@need(
    "old-figures",
    label=_("Figures older than a year"),
    explanation=_("Count again, and let the new figure replace the old one."),
    moment=_("As of"),
    order=120,
)
def old_figures(user: Any) -> Iterator[Source]:
    """The newest of each figure, where that was counted more than a year ago."""
    if not may_change(user, Figure):
        return
    day = str(timezone.localdate() - OLD)
    old = Q()
    for length in (4, 7, 10):  # A year, a month or a day: over as a whole before the day.
        old |= Q(_length=length, as_of__lt=day[:length])
    figures = Figure.objects.visible().filter(replaced_by=None).alias(_length=Length("as_of"))
    yield Source(figures.filter(old), by="as_of")
