from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from wagtail.url_routing import RouteResult

from ..exports import TABLES, Format, Row, export, format_named, in_chunks
from ..feeds import ATOM, ENTRIES, Entry, feed_at, feed_response
from ..visibility import is_published
from .page import BasePage


class ListPage(BasePage):
    """A page with a list that may be taken along as a file."""

    formats: ClassVar[tuple[Format, ...]] = TABLES

    class Meta:
        abstract = True

    def found(self, params: QueryDict) -> QuerySet:
        """What a query string finds, in the list's order."""
        raise NotImplementedError

    def export_row(self, item: Any) -> Row:
        """An item of the list as a row of a file."""
        raise NotImplementedError

    def row_maker(self, file_format: Format) -> Callable[[Any], Row]:
        """What makes the rows of a format; most have the same."""
        return self.export_row

    def rows(self, file_format: Format, params: QueryDict) -> Iterable[Any]:
        """What a query string finds, as a format takes it."""
        return map(self.row_maker(file_format), in_chunks(self.found(params)))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or its list in the format that was asked."""
        key = request.GET.get("format")
        if key and not kwargs:
            file_format = format_named(key, self.formats)
            everything = self.rows(file_format, QueryDict())
            return export(self.rows(file_format, request.GET), file_format, self.slug, like=everything)
        return super().serve(request, *args, **kwargs)


class FollowedListPage(ListPage):
    """A page with a list whose feeds, one for each filter, tell what is new or changed."""

    follow_path = ATOM.path

    class Meta:
        abstract = True

    def feed_entries(self, found: QuerySet, limit: int) -> Iterable[Entry]:
        """The latest of what was found, the newest first."""
        raise NotImplementedError

    def latest(self, params: QueryDict) -> Iterable[Entry]:
        """The latest of what a query string finds, the newest first."""
        return self.feed_entries(self.found(params), ENTRIES)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A step below may be a feed."""
        feed_format = feed_at(path_components)
        if feed_format is None or not self.follow_path:
            return super().route(request, path_components)
        if not is_published(self):
            raise Http404
        return RouteResult(self, kwargs={"feed": feed_format})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, a file, or a feed with the filters of the query string."""
        if "feed" in kwargs:
            return feed_response(self, self.latest(request.GET), kwargs["feed"], request.GET)
        return super().serve(request, *args, **kwargs)
