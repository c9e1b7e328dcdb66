from functools import cached_property
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from parkportal.core.languages import localise
from parkportal.core.models import BasePage, GlossaryEntry


class GlossaryPage(BasePage):
    """The words of the field and what they mean, from A to Z. Each has an address of its own on the page."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["website.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    schema_type = "DefinedTermSet"
    template = "website/glossary.html"

    class Meta:
        verbose_name = _("glossary")

    @cached_property
    def entries(self) -> list[GlossaryEntry]:
        """All of them, by their word in the page's language."""
        language = self.locale.language_code
        return sorted(GlossaryEntry.objects.all(), key=lambda entry: str(localise(entry, "word", language)).casefold())

    def json_ld(self) -> dict[str, Any]:
        """The entries as defined terms."""
        language = self.locale.language_code
        terms = [
            {
                "@type": "DefinedTerm",
                "name": str(localise(entry, "word", language)),
                "description": str(localise(entry, "meaning", language)),
                "url": f"{self.absolute_url}#{entry.identifier}",
            }
            for entry in self.entries
        ]
        return super().json_ld() | {"hasDefinedTerm": terms}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The entries."""
        return super().get_context(request, *args, **kwargs) | {"entries": self.entries}
