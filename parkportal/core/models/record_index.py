from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, get_page_models
from wagtail.url_routing import RouteResult

from ..exports import Row, record_row
from ..facets import AnyFacet
from ..feeds import Entry, record_entry
from ..frame import Crumb, LanguageLink, record_language_links
from ..listing import Listing, found_records, make_listing
from ..querysets import RecordQuerySet
from ..sharing import Share, share
from ..sorting import RECORD_SORTS, Sort
from ..visibility import is_published
from .list_page import FollowedListPage
from .record import Record


def record_share(record: Record) -> Share:
    """What shows where a record's profile is shared."""
    return share(str(record), str(record.localised_summary), getattr(record, "picture", None))


class ProfilesBelow:
    """A page below which every record of one model has its profile.

    A story page below it that has a record's address is served instead, and shows the record too.
    """

    record_model: ClassVar[type[Record]]
    record_template: ClassVar[str]

    def profile_records(self) -> RecordQuerySet:
        """The visible records with what a profile needs of them at once."""
        return self.record_model.objects.visible().for_profile()

    def profile_context(self, record: Any) -> dict[str, Any]:
        """What the profile of a record shows."""
        raise NotImplementedError

    def asked_profile(self, record: Any, params: QueryDict) -> dict[str, Any]:
        """The profile that a query string asks for; most records have only one."""
        return self.profile_context(record)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """One step below the page is a story page, or else a record."""
        try:
            return super().route(request, path_components)  # type: ignore[misc]  # The page's.
        except Http404:
            if len(path_components) != 1 or not is_published(self):  # type: ignore[arg-type]
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
        """The page itself, a record's profile, or the way to where that is now."""
        if "moved_to" in kwargs:
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return HttpResponsePermanentRedirect(f"{kwargs['moved_to']}{query}")
        return super().serve(request, *args, **kwargs)  # type: ignore[misc,no-any-return]

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """The record's template, or the page's own."""
        own: str = super().get_template(request, *args, **kwargs)  # type: ignore[misc]
        return self.record_template if "record" in kwargs else own

    def language_links(self, **kwargs: Any) -> list[LanguageLink]:
        """A record has a profile in every language that has its index."""
        record = kwargs.get("record")
        return record_language_links(record) if record else super().language_links(**kwargs)  # type: ignore[misc]

    def described(self, **kwargs: Any) -> dict[str, Any]:
        """A record describes itself; the page's own fields need not be fetched for it."""
        record = kwargs.get("record")
        return {"share": record_share(record)} if record else super().described(**kwargs)  # type: ignore[misc]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What surrounds the page, and the profile with the page above it."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        record = kwargs.get("record")
        if record is None:
            return context
        context["breadcrumbs"].append(Crumb(self.title, self.url or ""))  # type: ignore[attr-defined]
        return context | self.asked_profile(record, request.GET)


def page_of_records(model: type[Any]) -> Any:
    """The type of page below which the records of a model have their profiles."""
    return next(kind for kind in get_page_models() if getattr(kind, "record_model", None) is model)


def preview_record(record: Any, request: HttpRequest, language: str) -> TemplateResponse:
    """A record that need not be published, as its profile would show it."""
    kind = page_of_records(type(record))
    page = kind.objects.filter(locale__language_code=language).first() or kind(title=str(record), depth=3, path="")
    context = page.get_context(request, record=record)
    return TemplateResponse(request, page.record_template, context)


class RecordIndexPage(ProfilesBelow, FollowedListPage):
    """The list of the records of one model, and below it the profile of each."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    max_count_per_parent = 1
    schema_type = "CollectionPage"

    row_template: ClassVar[str]
    total_label: ClassVar[Promise]
    facets: ClassVar[tuple[AnyFacet, ...]] = ()
    sorts: ClassVar[tuple[Sort, ...]] = RECORD_SORTS
    list_template: ClassVar[str] = "components/record_index.html"

    class Meta:
        abstract = True

    def list_records(self) -> RecordQuerySet:
        """The visible records of the list in its order, with what a row shows."""
        return self.record_model.objects.visible().in_order().for_rows()

    def export_row(self, record: Any) -> Row:
        """A record as a row of a file: what every record has."""
        return record_row(record)

    def found(self, params: QueryDict) -> QuerySet:
        """The records that a query string asks for, in the list's order."""
        return found_records(self.list_records(), params, facets=self.facets, sorts=self.sorts)

    def feed_entries(self, found: QuerySet, limit: int) -> Iterable[Entry]:
        """The records that were changed last."""
        return map(record_entry, found.order_by("-updated", "-pk")[:limit])

    def listing(self, request: HttpRequest) -> Listing:
        """The list that the query string asks for."""
        return make_listing(self.list_records(), request.GET, facets=self.facets, sorts=self.sorts)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """The record's template, or the list's."""
        return self.record_template if "record" in kwargs else self.list_template

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list, or a profile."""
        context = super().get_context(request, *args, **kwargs)
        if "record" in kwargs:
            return context
        listing = self.listing(request)
        return context | {"listing": listing, "total_label": self.total_label % {"total": listing.total}}
