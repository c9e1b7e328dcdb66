from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from parkportal.core.exports import Format, Row
from parkportal.core.json_ld import filled
from parkportal.core.models import ListPage

from ..figure_register import FigureRegister
from .figure import Figure


class FactSheetPage(ListPage):
    """The figures of the park, each with its definition, its source and its history."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["news.PressRoomPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    schema_type = "Dataset"
    template = "news/fact_sheet.html"

    class Meta:
        verbose_name = _("fact sheet")

    def found(self, params: QueryDict) -> QuerySet:
        """Every figure that the public may see, the newest first: a file holds the history too."""
        return Figure.objects.visible().latest_first()

    def row_maker(self, file_format: Format) -> Callable[[Any], Row]:
        """What makes the rows; the register says which figures are current."""
        register = FigureRegister()
        visible = {figure.pk: figure for series in register.series for figure in series.figures}

        def row(figure: Figure) -> Row:
            before = visible.get(figure.replaces_id or 0)
            return {
                "id": figure.key,
                "label": str(figure.localised_label),
                "qualifier": figure.qualifier,
                "value": float(figure.value),
                "value_to": None if figure.value_to is None else float(figure.value_to),
                "unit": str(figure.localised_unit),
                "as_of": figure.as_of,
                "definition": str(figure.localised_definition),
                "scope": str(figure.localised_scope),
                "status": figure.status,
                "status_label": str(figure.get_status_display()),
                "source": figure.source_name,
                "source_url": figure.source_url,
                "current": figure.pk in register.current_keys,
                "replaces": before.key if before else "",
                "url": f"{self.absolute_url}#{figure.key}",
            }

        return row

    def json_ld(self) -> dict[str, Any]:
        """A data set with the files that hold it (schema.org Dataset)."""
        files = [
            {
                "@type": "DataDownload",
                "encodingFormat": each.content_type.partition(";")[0],
                "contentUrl": f"{self.absolute_url}?format={each.key}",
            }
            for each in self.formats
        ]
        return super().json_ld() | filled({"isAccessibleForFree": True, "distribution": files})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The current figures, each with its history as a drawing and as a table."""
        from ..selectors import fact_sheet  # Selectors stand on the models.

        return super().get_context(request, *args, **kwargs) | fact_sheet()
