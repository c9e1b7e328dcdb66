from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from organisations.models import Role
from parkportal.core.visibility import shown

from ..panels import article_tabs
from .article import Article
from .article_type import ArticleType


class Statement(Article):
    """What an organisation has to say on a matter, in its own words (schema.org NewsArticle with a genre)."""

    speaker = models.ForeignKey(
        Role,
        verbose_name=_("on behalf of it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="statements",
        help_text=_("Who made the statement, in the role of that time."),
    )
    responds_to = models.CharField(
        _("in response to"), max_length=200, blank=True, help_text=_("What was said or happened, in a few words.")
    )
    responds_to_url = models.URLField(_("address of that"), max_length=500, blank=True)

    kind = ArticleType.STATEMENT
    genre = "Statement"
    shown_with = (*Article.shown_with, "speaker__person", "speaker__organisation")
    template = "news/statement.html"
    page_description = _(
        "The position of an organisation in its own words, often in response to something. It says who speaks."
    )
    edit_handler = article_tabs(
        _("Statement"),
        FieldPanel("speaker"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("responds_to"), FieldPanel("responds_to_url")])], heading=_("Occasion")
        ),
    )

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")

    def missing_for_publication(self) -> list[str]:
        """A statement says whose it is."""
        whose = [] if self.issuer or self.author else [gettext("Fill in who issues the statement, or its author.")]
        return [*whose, *super().missing_for_publication()]

    @cached_property
    def visible_speaker(self) -> Role | None:
        """Who made it, if the public may see that role."""
        return shown(self.speaker)

    @property
    def visible_speakers(self) -> list[Role]:
        """The same as a list, as an interview has it."""
        return [self.visible_speaker] if self.visible_speaker else []

    def json_ld(self) -> dict[str, Any]:
        """What it responds to as well."""
        data = super().json_ld()
        if self.responds_to_url:
            data["citation"] = {"@type": "CreativeWork", "name": self.responds_to, "url": self.responds_to_url}
        return data
