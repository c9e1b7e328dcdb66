from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from parkportal.core.frame import Crumb, LanguageLink, language_link
from parkportal.core.languages import LANGUAGE_CODES
from parkportal.core.models import BasePage, RecordIndexPage
from parkportal.core.record_urls import index_url
from parkportal.core.visibility import is_published

from .facility import Facility
from .facility_index_page import FacilityIndexPage
from .organisation_index_page import OrganisationIndexPage


class MapPage(BasePage):
    """The park from above: the organisations on its plan, and one step below the facilities."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["website.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    template = "organisations/map.html"

    class Meta:
        verbose_name = _("map")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The facilities' map has the facilities' own word as its address."""
        if path_components and path_components == [facilities_step(self.locale.language_code)]:
            if not is_published(self):
                raise Http404
            return RouteResult(self, kwargs={"index": FacilityIndexPage()})
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The plan's places for the list that the query string asks for, by the lists' own query."""
        from ..park_map import map_context  # Selectors stand on the models.

        index: RecordIndexPage = kwargs.pop("index", None) or OrganisationIndexPage()
        context = super().get_context(request, *args, index=index, **kwargs)
        if index.record_model is Facility:
            context["breadcrumbs"].append(Crumb(self.title, self.url or ""))
        return context | map_context(self, index.listing(request), index.record_model)

    def language_links(self, **kwargs: Any) -> list[LanguageLink]:
        """The facilities' map is there where the list of facilities is."""
        links = super().language_links(**kwargs)
        index = kwargs.get("index")
        if index is None or index.record_model is not Facility:
            return links
        steps = {code: facilities_step(code) for code in LANGUAGE_CODES}
        return [
            language_link(
                link.code,
                f"{link.url}{steps[link.code]}/" if link.exists and steps[link.code] else link.url,
                exists=link.exists and bool(steps[link.code]),
                current=self.locale.language_code,
            )
            for link in links
        ]


def facilities_step(language: str) -> str:
    """The last step of the address of the list of facilities; empty where there is none."""
    return (index_url(Facility, language) or "").rstrip("/").rpartition("/")[2]
