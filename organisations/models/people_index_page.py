from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

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
    formats = ()
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

    def profile_context(self, record: Person) -> dict[str, Any]:  # type: ignore[override]
        """The page of a person."""
        from ..selectors import person_page  # Selectors stand on the models.

        return person_page(record)
