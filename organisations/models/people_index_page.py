from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from parkportal.core.exports import Format, Row, in_chunks, record_columns
from parkportal.core.models import RecordIndexPage

from ..querysets import PersonQuerySet
from .person import Person
from .role import Role


class PeopleIndexPage(RecordIndexPage):
    """The people who have a page of their own; there is no list of the others."""

    record_model = Person  # type: ignore[assignment]  # Not a record, but it has the address of one.
    record_template = "organisations/person.html"
    list_template = "organisations/people_index.html"
    total_label = ngettext_lazy("%(total)s person", "%(total)s people", "total")
    follow_path = ""
    sorts = ()
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("people with a page")

    def profile_records(self) -> PersonQuerySet:  # type: ignore[override]
        """The visible people with a page."""
        return Person.objects.visible().with_page()

    def list_records(self) -> PersonQuerySet:  # type: ignore[override]
        """The same, with the roles that a row shows."""
        roles = Prefetch("roles", Role.objects.visible().with_names(), to_attr="visible_roles")
        return self.profile_records().in_order().prefetch_related(roles)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As any list; no cache keeps a file of people, so that whoever is removed is gone from it at once."""
        response = super().serve(request, *args, **kwargs)
        if "format" in request.GET:
            patch_cache_control(response, private=True, no_store=True)
        return response

    def rows(self, file_format: Format, params: QueryDict) -> Iterable[Row]:
        """Each public role of the people that a query string asks for."""
        return (self.export_row(role) for person in in_chunks(self.found(params)) for role in person.visible_roles)

    def export_row(self, record: Role) -> Row:
        """A role as a row of a file, with whose it is."""
        return {
            "slug": record.person.slug,
            "name": str(record.person),
            "role": str(record.localised_title),
            **record_columns("organisation", record.shown_organisation),
            "organisation_label": record.organisation_label,
            "since": record.since,
            "until": record.until,
            "as_of": record.as_of,
            "spokesperson": record.is_spokesperson,
            "url": record.person.absolute_url,
        }

    def profile_context(self, record: Person) -> dict[str, Any]:  # type: ignore[override]
        """The page of a person."""
        from ..selectors import person_page  # Selectors stand on the models.

        return person_page(record)
