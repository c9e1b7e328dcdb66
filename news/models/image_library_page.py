from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from parkportal.core.exports import Row
from parkportal.core.models import ListPage, ParkImage


class ImageLibraryPage(ListPage):
    """The images for the press, in two sizes and with what is allowed."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["news.PressRoomPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    template = "news/image_library.html"

    class Meta:
        verbose_name = _("image library")

    def found(self, params: QueryDict) -> QuerySet:
        """The images that a query string asks for, the newest first."""
        from ..image_library import found_images  # The library stands on the models.

        return found_images(params)

    def export_row(self, image: ParkImage) -> Row:
        """An image as a row of a file."""
        from ..press_pack.pictures import terms_of  # They stand on the models.

        return {
            "id": image.pk,
            "title": image.title,
            "caption": image.localised_caption,
            "alt": image.default_alt_text,
            "creator": image.creator,
            "credit": image.credit,
            "licence": image.licence,
            "licence_label": str(image.get_licence_display()),
            "terms": terms_of(image),
            "width": image.width,
            "height": image.height,
            "url": f"{self.absolute_url}#image-{image.pk}",
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The images that the query string asks for."""
        from ..image_library import image_library  # The library stands on the models.

        return super().get_context(request, *args, **kwargs) | image_library(request.GET)
