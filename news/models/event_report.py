from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from parkportal.core.json_ld import filled

from ..panels import article_tabs
from .article import Article
from .article_type import ArticleType


class EventReport(Article):
    """What happened at an event, and what came of it (schema.org NewsArticle with a genre)."""

    event_name = models.CharField(_("name of the event"), max_length=160, blank=True)
    held_on = models.DateField(_("held on"), null=True, blank=True)
    held_until = models.DateField(_("until"), null=True, blank=True, help_text=_("Only if it took several days."))
    venue = models.CharField(_("venue"), max_length=120, blank=True)
    event_url = models.URLField(_("address of the event"), max_length=500, blank=True)

    kind = ArticleType.EVENT_REPORT
    genre = "Event report"
    template = "news/article.html"
    page_description = _(
        "What happened at an opening, a meeting or a visit, for who was not there: when, where and what came of it."
    )
    needed = {
        **Article.needed,
        "event_name": _("Fill in the name of the event."),
        "held_on": _("Fill in the day of the event."),
        "venue": _("Fill in where the event was held."),
    }
    edit_handler = article_tabs(
        _("Event"),
        FieldPanel("event_name"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("held_on"), FieldPanel("held_until")]), FieldPanel("venue")],
            heading=_("When and where"),
        ),
        FieldPanel("event_url"),
    )

    class Meta:
        verbose_name = _("event report")
        verbose_name_plural = _("event reports")

    def json_ld(self) -> dict[str, Any]:
        """The event that it tells of as well, unless that has a page here, which says more."""
        if self.events:
            return super().json_ld()
        event = filled(
            {
                "@type": "Event",
                "name": self.event_name,
                "startDate": self.held_on.isoformat() if self.held_on else "",
                "endDate": self.held_until.isoformat() if self.held_until else "",
                "location": {"@type": "Place", "name": self.venue} if self.venue else None,
                "url": self.event_url,
            }
        )
        data = super().json_ld()
        return data | {"about": [event, *data.get("about", [])]}
