"""Who is found by name or function: people in roles that a visible page shows, and where it shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from education.models import Partnership, PartnershipStaff, Seat
from news.models import Interview
from news.models.interview import Interviewee
from organisations.models import Role
from parkportal.core.languages import Localised, current_language, localise
from parkportal.core.visibility import shown


@dataclass(frozen=True)
class ShownRole:
    """A person in a role, as a search shows it, with the page that says so."""

    pk: int
    title: str
    lead: Localised
    kind_label: str
    url: str

    def __str__(self) -> str:
        return self.title


def shown_roles() -> QuerySet[Role]:
    """Roles in a visible partnership, or in a visible interview in the active language."""
    return Role.objects.visible().filter(Q(Exists(_seats())) | Q(Exists(_staff())) | Q(Exists(_interviews())))


def as_shown(keys: list[int]) -> Iterator[ShownRole]:
    """The shown roles with these keys."""
    roles = shown_roles().filter(pk__in=keys).select_related("person", "organisation")
    placed = list(
        roles.annotate(
            partnership=Coalesce(_first(_seats(), "body__partnership"), _first(_staff(), "partnership")),
            interview=_first(_interviews(), "interview"),
        )
    )
    partnerships = _visible(Partnership, {role.partnership for role in placed})
    interviews = _visible(Interview, {role.interview for role in placed if not role.partnership})
    for role in placed:
        place = partnerships.get(role.partnership) or interviews.get(role.interview)
        if place:
            yield ShownRole(role.pk, str(role.person), localise(role, "title"), _organisation(role), place.url)


def _organisation(role: Role) -> str:
    """For whom, if the public may know."""
    return str(shown(role.organisation) or role.organisation_name)


def _visible(model: Any, keys: set[int | None]) -> dict[int, Any]:
    known = [key for key in keys if key]
    return model.objects.visible().in_bulk(known) if known else {}


def _first(rows: QuerySet[Any], place: str) -> Subquery:
    return Subquery(rows.order_by("pk").values(place)[:1])


def _seats() -> QuerySet[Seat]:
    return Seat.objects.filter(role=OuterRef("pk"), body__partnership__in=Partnership.objects.visible().values("pk"))


def _staff() -> QuerySet[PartnershipStaff]:
    return PartnershipStaff.objects.filter(
        role=OuterRef("pk"), partnership__in=Partnership.objects.visible().values("pk")
    )


def _interviews() -> QuerySet[Interviewee]:
    interviews = Interview.objects.visible().filter(locale__language_code=current_language())
    return Interviewee.objects.filter(role=OuterRef("pk"), interview__in=interviews.values("pk"))
