"""Who is found by name or function: people in roles that a visible page shows, and where it shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from education.models import Partnership, PartnershipStaff, Seat
from news.models import Interview
from news.models.interview import Interviewee
from organisations.models import Organisation, Person, Role
from parkportal.core.languages import Localised, current_language, localise, translated
from parkportal.core.record_urls import index_url


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
    """Roles of somebody with a page, at a visible organisation, or in a visible partnership or interview."""
    at_organisation = Q(organisation__in=Organisation.objects.visible().values("pk"))
    own_page = Q(person__has_page=True) if index_url(Person) else Q(pk__in=[])
    return Role.objects.visible().filter(
        own_page | at_organisation | Q(Exists(_seats())) | Q(Exists(_staff())) | Q(Exists(_interviews()))
    )


def as_shown(keys: list[int]) -> Iterator[ShownRole]:
    """The shown roles with these keys: on the person's own page, or else where the role says most."""
    roles = shown_roles().filter(pk__in=keys).with_names()  # type: ignore[attr-defined]
    placed = list(
        roles.annotate(
            partnership=Coalesce(
                _first(_seats(), translated("body__partnership__slug")),
                _first(_staff(), translated("partnership__slug")),
                output_field=CharField(),
            ),
            interview=_first(_interviews(), F("interview")),
        )
    )
    interviews = _interviews_by_pk([role for role in placed if not (role.person.url or role.partnership)])
    for role in placed:
        place = interviews.get(role.interview) or role.shown_organisation
        url = role.person.url or _partnership_url(role.partnership) or (place and place.url)
        if url:
            yield ShownRole(role.pk, str(role.person), localise(role, "title"), role.organisation_label, url)


def _partnership_url(slug: str) -> str:
    parent = index_url(Partnership)
    return f"{parent}{slug}/" if slug and parent else ""


def _interviews_by_pk(roles: list[Any]) -> dict[int, Interview]:
    """The interviews in which these roles speak."""
    keys = [role.interview for role in roles if role.interview]
    return Interview.objects.visible().in_bulk(keys) if keys else {}


def _first(rows: QuerySet[Any], place: Any) -> Subquery:
    return Subquery(rows.order_by("pk").values_list(place)[:1])


def _seats() -> QuerySet[Seat]:
    return Seat.objects.filter(role=OuterRef("pk"), body__partnership__in=Partnership.objects.visible().values("pk"))


def _staff() -> QuerySet[PartnershipStaff]:
    return PartnershipStaff.objects.filter(
        role=OuterRef("pk"), partnership__in=Partnership.objects.visible().values("pk")
    )


def _interviews() -> QuerySet[Interviewee]:
    interviews = Interview.objects.visible().filter(locale__language_code=current_language())
    return Interviewee.objects.filter(role=OuterRef("pk"), interview__in=interviews.values("pk"))
