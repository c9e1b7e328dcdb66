"""A partnership with all that a source tells of it is entered in one sitting: one form, published with one click."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from education.models import Partnership
from organisations.models import Organisation, Person, Role
from parkportal.core.languages import in_every_language
from parkportal.core.models import Vocabulary
from parkportal.demo.loading.source import Entry, entries
from parkportal.website.roles import DIRECTORY_MANAGERS
from tests.factories.core import term
from tests.factories.organisations import OrganisationFactory, PersonFactory, RoleFactory
from tests.factories.site import SiteTree
from tests.factories.staff import as_role

ROLES = "wagtailsnippetchoosers_organisations_role:choose_results"
FORM = "/cms/snippets/education/partnership/add/"
OWN = (
    *in_every_language("name", "summary", "aim", "contact_role"),
    *("abbreviation", "started", "website", "contact_email"),
)
TEXTS = {
    "lines": ("number", "state", "since", "title_nl", "title_en", "aim_nl", "aim_en", "source"),
    "milestones": ("date", "text_nl", "text_en", "source"),
    "results": ("date", "text_nl", "text_en", "source"),
    "funding": ("funder_name", "amount", "scheme_nl", "scheme_en", "period_nl", "period_en", "note_nl", "note_en"),
    "activities": ("name_nl", "name_en", "description_nl", "description_en", "frequency_nl", "frequency_en"),
    "members": ("since", "source"),
    "bodies": ("name_nl", "name_en", "description_nl", "description_en"),
    "staff": (),
}


@pytest.fixture
def civ() -> Entry:
    """The model case, as the demo holds it."""
    return entries("partnerships", "partnership")[0]


class Directory:
    """The organisations and roles that stand in the directory already, by their keys."""

    def __init__(self, partnership: Entry) -> None:
        people = {row["key"]: row for row in entries("people", "person")}
        roles = {row["key"]: row for row in entries("people", "role")}
        self.organisations: dict[str, Organisation] = {}
        self.roles: dict[str, Role] = {}
        for key in sorted(set(_keys(partnership, "organisation", "represents", "funder"))):
            self.organisations[key] = OrganisationFactory(slug_nl=key, name_nl=key)
        self.people: dict[str, Person] = {}
        for key in sorted(set(_keys(partnership, "role", "signed_by", "lead_role")) & set(roles)):
            self.roles[key] = RoleFactory(
                person=self._person(roles[key]["person"], people),
                organisation=self.organisations.get(roles[key].get("organisation", "")),
                organisation_name=roles[key].get("organisation_name", ""),
                title_nl=roles[key]["title_nl"],
                title_en=roles[key]["title_en"],
                since=roles[key].get("since", ""),
            )

    def _person(self, key: str, people: dict[str, Entry]) -> Person:
        name = {each: people[key].get(each, "") for each in ("given", "infix", "family")}
        if key not in self.people:
            self.people[key] = PersonFactory(given_name=name["given"], infix=name["infix"], family_name=name["family"])
        return self.people[key]


def _keys(thing: Any, *names: str) -> list[str]:
    """The values under these names, however deep."""
    if isinstance(thing, list):
        return [key for each in thing for key in _keys(each, *names)]
    if not isinstance(thing, dict):
        return []
    own = [value for name, value in thing.items() if name in names and isinstance(value, str)]
    return own + [key for value in thing.values() for key in _keys(value, *names)]


def filled_in(civ: Entry, there: Directory) -> dict[str, Any]:
    """The form as somebody fills it in."""
    data: dict[str, Any] = {name: civ.get(name, "") for name in OWN}
    data |= {"kind": term(Vocabulary.PARTNERSHIP_KIND, civ["kind"]).pk, "action-publish": "1"}
    for kind, names in TEXTS.items():
        rows = [{name: row.get(name, "") for name in names} | _chosen(kind, row, there) for row in civ[kind]]
        data |= formset(kind, rows)
    for number, body in enumerate(civ["bodies"]):
        data |= formset(f"bodies-{number}-seats", [_seat(seat, there) for seat in body.get("seats", [])])
    return data | formset("documents", [])


def _chosen(kind: str, row: Entry, there: Directory) -> dict[str, Any]:
    """What a row chooses of the directory and the vocabularies."""
    match kind:
        case "members":
            role = term(Vocabulary.PARTNERSHIP_ROLE, row["role"]).pk
            signed_by = there.roles[row["signed_by"]].pk if "signed_by" in row else ""
            return {"organisation": there.organisations[row["organisation"]].pk, "role": role, "signed_by": signed_by}
        case "lines":
            return {"lead_role": there.roles[row["lead_role"]].pk if "lead_role" in row else "", "lead": ""}
        case "bodies":
            return {"kind": term(Vocabulary.BODY_KIND, row["kind"]).pk}
        case "funding":
            return {"funder": there.organisations[row["funder"]].pk if "funder" in row else ""}
        case "staff":
            return {"role": there.roles[row["role"]].pk}
    return {}


def _seat(seat: Entry, there: Directory) -> dict[str, Any]:
    row = {"role": there.roles[seat["role"]].pk, "represents": there.organisations[seat["represents"]].pk}
    return row | {"number": seat["number"]} | ({"executive": "on"} if seat["executive"] else {})


def formset(prefix: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Rows as the browser sends them."""
    data: dict[str, Any] = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def test_the_form_has_a_field_for_all_of_it(site: dict[str, SiteTree], civ: Entry) -> None:
    page = html.unescape(as_role(DIRECTORY_MANAGERS).get(FORM).content.decode())
    asked = set(re.findall(r'name=\\?"([^"\\]+)\\?"', page))
    wanted = {re.sub(r"-\d+-", "-__prefix__-", name) for name in filled_in(civ, Directory(civ))}
    assert {name for name in wanted - asked if not name.endswith("_FORMS")} == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_post_brings_all_of_it_to_the_public(
    site: dict[str, SiteTree], client: Client, civ: Entry, language: str
) -> None:
    there = Directory(civ)
    answer = as_role(DIRECTORY_MANAGERS).post(FORM, filled_in(civ, there))
    assert answer.status_code == 302, answer.context["form"].errors
    partnership = Partnership.objects.visible().get()
    page = client.get(partnership.url_in(language))
    text = html.unescape(page.content.decode())
    for kind in ("lines", "bodies", "milestones", "results", "activities", "funding"):
        for row in civ[kind]:
            words = row.get(f"title_{language}") or row.get(f"text_{language}") or row.get(f"name_{language}")
            assert (words or row[f"scheme_{language}"]) in text
    for role in there.roles.values():
        assert str(role.person) in text
    assert {"nl": "746.416", "en": "746,416"}[language] in text
    for words in {"nl": ("5 november 2020", "maart 2022", "mei 2023"), "en": ("5 November 2020", "March 2022")}[
        language
    ]:
        assert words in text
    assert civ[f"contact_role_{language}"] in text
    assert page.context["members"].count == len({row["organisation"] for row in civ["members"]})
    steering = page.context["bodies"][0]
    assert len(steering.seats) == 7
    assert len({holder.person for seat in steering.seats for holder in seat.holders}) == 9
    assert len(steering.executive) == 2


@pytest.mark.parametrize("words", ["Jan van Laake", "laake techniek", "Laake school"])
def test_who_is_to_sit_somewhere_is_found_as_people_say_it(site: dict[str, SiteTree], words: str) -> None:
    person = PersonFactory(given_name="Jan", infix="van", family_name="Laake")
    RoleFactory(person=person, title_nl="Directeur Techniek", organisation=OrganisationFactory(name_nl="De School"))
    RoleFactory(person__family_name="Bakker")
    found = as_role(DIRECTORY_MANAGERS).get(reverse(ROLES), {"q": words}).content.decode()
    assert "Jan van Laake" in found
    assert "Bakker" not in found
