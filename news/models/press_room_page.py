from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from organisations.models import Organisation
from parkportal.core.models import BasePage
from parkportal.core.visibility import is_published


class PressRoomPage(BasePage):
    """What journalists come for, on one page."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("the park's organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Its boilerplate stands in the press room, and its press contact comes first."),
    )

    embargo_rules = RichTextField(
        _("rules for embargoes"),
        blank=True,
        help_text=_("In plain words: whom an embargo binds, what may be done before it ends, and whom to ask."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("organisation"),
        FieldPanel("embargo_rules"),
    ]
    parent_page_types = ["website.HomePage"]
    subpage_types = ["news.FactSheetPage", "news.ImageLibraryPage"]
    max_count_per_parent = 1
    template = "news/press_room.html"

    class Meta:
        verbose_name = _("press room")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Releases, contacts, boilerplate, figures and the rules for images."""
        from ..selectors import pages_below, press_room  # Selectors stand on the models.

        park = self.organisation if self.organisation and is_published(self.organisation) else None
        return super().get_context(request, *args, **kwargs) | press_room(park) | pages_below(self)
