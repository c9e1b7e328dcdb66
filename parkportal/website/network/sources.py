"""Where ties come from: one query for each kind of fact, only what the public may see, true on one day."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import F, QuerySet

from education.models import Course, Partnership, PartnershipMember
from news.models import Article
from news.models.article_subject import ArticleOrganisation
from organisations.models import (
    Building,
    Facility,
    FacilityPartner,
    Organisation,
    OrganisationLocation,
    OrganisationRelation,
)
from organisations.models.organisation_relation import RelationKind
from parkportal.core.languages import current_language, translated
from parkportal.core.partial_date import holds_q
from parkportal.core.record_urls import index_url

from .ties import Member, Tie, TieKind, Via, ties_of_group

KINDS_OF_RELATIONS = {
    RelationKind.PARENT: TieKind.OWNERSHIP,
    RelationKind.ACQUIRED_BY: TieKind.OWNERSHIP,
    RelationKind.MERGED_INTO: TieKind.OWNERSHIP,
    RelationKind.CONTINUED_AS: TieKind.ORIGIN,
    RelationKind.SPUN_OUT_OF: TieKind.ORIGIN,
    RelationKind.FOUNDED_BY: TieKind.ORIGIN,
    RelationKind.TENANT_OF: TieKind.BUILDING,
    RelationKind.SISTER: TieKind.OWNERSHIP,
    RelationKind.MEMBER_OF: TieKind.MEMBERSHIP,
    RelationKind.OWNED_BY: TieKind.OWNERSHIP,
}
Groups = dict[Via, list[Member]]


def all_ties(day: datetime.date) -> list[Tie]:
    """Every tie between two visible organisations that holds on a day."""
    ties = [*_relations(day), *_partnerships(day), *_shared_facilities(day), *_courses(), *_buildings(day), *_news(day)]
    return list({(tie.kind, tie.pair, tie.label, tie.via): tie for tie in ties}.values())


def _relations(day: datetime.date) -> Iterator[Tie]:
    visible = Organisation.objects.visible().values("pk")
    rows = OrganisationRelation.objects.filter(
        holds_q("since", "until", day), organisation__in=visible, other__in=visible
    )
    for kind, one, other, since, until, source in rows.order_by("pk").values_list(
        "kind", "organisation_id", "other_id", "since", "until", "source"
    ):
        relation = RelationKind(kind)
        yield Tie(
            KINDS_OF_RELATIONS[relation], one, other, str(relation.label), since=since, until=until, source=source
        )


def _partnerships(day: datetime.date) -> Iterator[Tie]:
    rows = PartnershipMember.objects.filter(
        holds_q("since", "until", day),
        organisation__in=Organisation.objects.visible().values("pk"),
        partnership__in=Partnership.objects.visible().values("pk"),
    )
    yield from _ties_of_groups(TieKind.PARTNERSHIP, _groups(rows, "partnership", Partnership, source=F("source")))


def _buildings(day: datetime.date) -> Iterator[Tie]:
    rows = OrganisationLocation.objects.filter(
        holds_q("since", "until", day),
        organisation__in=Organisation.objects.visible().values("pk"),
        building__in=Building.objects.visible().values("pk"),
    )
    yield from _ties_of_groups(TieKind.BUILDING, _groups(rows, "building", Building, source=F("building__source_url")))


def _groups(rows: QuerySet[Any], name: str, model: type[Any], *, source: F) -> Groups:
    """The members of each partnership or building, by what they share."""
    found = rows.annotate(via=translated(f"{name}__name"), via_slug=translated(f"{name}__slug"), told_by=source)
    url, groups = index_url(model), defaultdict(list)
    for label, slug, *member in found.order_by("pk").values_list(
        "via", "via_slug", "organisation_id", "since", "until", "told_by"
    ):
        groups[Via(label, f"{url}{slug}/" if url else "")].append(Member(*member))
    return groups


def _shared_facilities(day: datetime.date) -> Iterator[Tie]:
    """Who shares a facility with who runs it."""
    visible = Organisation.objects.visible().values("pk")
    rows = FacilityPartner.objects.filter(
        holds_q("since", "until", day),
        organisation__in=visible,
        facility__in=Facility.objects.visible().values("pk"),
        facility__operator__in=visible,
    ).exclude(organisation=F("facility__operator"))
    url = index_url(Facility)
    for one, other, label, slug, since, until, source in (
        rows.annotate(via=translated("facility__name"), via_slug=translated("facility__slug"))
        .order_by("pk")
        .values_list("organisation_id", "facility__operator_id", "via", "via_slug", "since", "until", "source")
    ):
        via = Via(label, f"{url}{slug}/" if url else "")
        label = str(TieKind.FACILITY.label)
        yield Tie(TieKind.FACILITY, one, other, label, via, since=since, until=until, source=source)


def _courses() -> Iterator[Tie]:
    """Who teaches in whose facility."""
    visible = Organisation.objects.visible().values("pk")
    courses = Course.objects.visible().filter(
        provider__in=visible, facility__in=Facility.objects.visible().values("pk"), facility__operator__in=visible
    )
    shared = courses.exclude(provider=F("facility__operator")).order_by("pk")
    url = index_url(Facility)
    for one, other, label, slug, source in shared.annotate(
        via=translated("facility__name"), via_slug=translated("facility__slug")
    ).values_list("provider_id", "facility__operator_id", "via", "via_slug", "source_url"):
        via = Via(label, f"{url}{slug}/" if url else "")
        yield Tie(TieKind.FACILITY, one, other, str(TieKind.FACILITY.label), via, source=source)


def _news(day: datetime.date) -> Iterator[Tie]:
    """Who is named together in an article; translations of an article count once, in the reader's language."""
    rows = ArticleOrganisation.objects.filter(
        article__in=Article.objects.visible().filter(date__lte=day).values("pk"),
        organisation__in=Organisation.objects.visible().values("pk"),
    ).order_by("article_id")
    members: dict[object, dict[int, Member]] = defaultdict(dict)
    vias: dict[object, Via] = {}
    for key, language, title, path, date, organisation in rows.values_list(
        "article__translation_key",
        "article__locale__language_code",
        "article__title",
        "article__url_path",
        "article__date",
        "organisation_id",
    ):
        members[key].setdefault(organisation, Member(organisation, since=date.isoformat()))
        if language == current_language() or key not in vias:
            vias[key] = Via(title, _address(language, path))
    for key, inside in members.items():
        yield from ties_of_group(TieKind.NEWS, vias[key], inside.values())


def _address(language: str, url_path: str) -> str:
    """A page's address from its path in the tree, whose first step is the language's home page."""
    return f"/{language}/{url_path.split('/', 2)[2]}"


def _ties_of_groups(kind: TieKind, groups: Groups) -> Iterator[Tie]:
    for via, members in groups.items():
        yield from ties_of_group(kind, via, members)
