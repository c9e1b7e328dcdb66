from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from ..exports import Row, export
from ..facets import AnyFacet
from ..frame import Crumb, LanguageLink, record_language_links
from ..listing import Listing, found_records, make_listing
from ..querysets import RecordQuerySet
from ..sharing import Share, share
from ..sorting import RECORD_SORTS, Sort
from ..visibility import is_published
from .page import BasePage
from .record import Record


def record_share(record: Record) -> Share:
    """What shows where a record's profile is shared."""
    return share(str(record), str(record.localised_summary), getattr(record, "picture", None))


class RecordIndexPage(BasePage):
    """The list of the records of one model, and below it the profile of each.

    A story page below it that has a record's address is served instead, and shows the record too.
    """

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    max_count_per_parent = 1
    schema_type = "CollectionPage"

    record_model: ClassVar[type[Record]]
    record_template: ClassVar[str]
    row_template: ClassVar[str]
    total_label: ClassVar[Promise]
    facets: ClassVar[tuple[AnyFacet, ...]] = ()
    sorts: ClassVar[tuple[Sort, ...]] = RECORD_SORTS
    list_template: ClassVar[str] = "components/record_index.html"

    class Meta:
        abstract = True

    def list_records(self) -> RecordQuerySet:
        """The visible records of the list in its order, with what a row shows."""
        return self.record_model.objects.visible().in_order()

    def profile_records(self) -> RecordQuerySet:
        """The visible records with what a profile needs of them at once."""
        return self.record_model.objects.visible()

    def profile_context(self, record: Record) -> dict[str, Any]:
        """What the profile of a record shows."""
        raise NotImplementedError

    def export_row(self, record: Any) -> Row:
        """A record as a row of CSV or JSON."""
        return {"name": str(record), "summary": str(record.localised_summary), "url": record.url}

    def listing(self, request: HttpRequest) -> Listing:
        """The list that the query string asks for."""
        return make_listing(self.list_records(), request.GET, facets=self.facets, sorts=self.sorts)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """One step below the index is a story page, or else a record."""
        try:
            return super().route(request, path_components)
        except Http404:
            if len(path_components) != 1 or not is_published(self):
                raise
            slug = path_components[0]
            record = self.profile_records().with_slug(slug).first()
            if record is not None:
                return RouteResult(self, kwargs={"record": record})
            moved = self.record_model.objects.visible().once_at(slug).first()
            if moved is None:
                raise
            return RouteResult(self, kwargs={"moved_to": moved.url})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list in the format that was asked, a record's profile, or the way to where it is now."""
        if "moved_to" in kwargs:
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return HttpResponsePermanentRedirect(f"{kwargs['moved_to']}{query}")
        file_format = request.GET.get("format")
        if file_format and "record" not in kwargs:
            records = found_records(self.list_records(), request.GET, facets=self.facets, sorts=self.sorts)
            return export(map(self.export_row, records), file_format, self.slug)
        return super().serve(request, *args, **kwargs)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """The record's template, or the list's."""
        return self.record_template if "record" in kwargs else self.list_template

    def language_links(self, **kwargs: Any) -> list[LanguageLink]:
        """A record has a profile in every language that has its index."""
        record = kwargs.get("record")
        return record_language_links(record) if record else super().language_links(**kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list, or the profile with the index above it."""
        context = super().get_context(request, *args, **kwargs)
        record = kwargs.get("record")
        if record is None:
            listing = self.listing(request)
            return context | {"listing": listing, "total_label": self.total_label % {"total": listing.total}}
        context["breadcrumbs"].append(Crumb(self.title, self.url or ""))
        context["share"] = record_share(record)
        return context | self.profile_context(record)

    @classmethod
    def preview(cls, record: Record, request: HttpRequest, language: str) -> TemplateResponse:
        """A record that need not be published, as its profile would show it."""
        kind = next(kind for kind in cls.__subclasses__() if kind.record_model is type(record))
        page = kind.objects.filter(locale__language_code=language).first() or kind(title=str(record), depth=3, path="")
        context = page.get_context(request, record=record)
        return TemplateResponse(request, page.record_template, context)
