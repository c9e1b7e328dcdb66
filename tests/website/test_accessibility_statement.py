"""The accessibility statement has the fields of the Dutch model."""

import datetime

from django.test import Client

from parkportal.website.models import AccessibilityPage
from tests.factories.site import SiteTree

FINDING = {
    "title": "De kaart is moeilijk te volgen",
    "criterion": "1.1.1 Niet-tekstuele content",
    "effect": "Wie een schermlezer gebruikt",
    "cause": "Het is een tekening",
    "alternative": "De lijst eronder",
    "measure": "Beschrijven wat ernaast ligt",
    "due": datetime.date(2027, 6, 30),
    "burden": "",
}
RESEARCH = {"title": "Onderzoek", "by": "Een bureau", "date": datetime.date(2026, 1, 2), "url": ""}


def statement(site: dict[str, SiteTree], **fields: object) -> AccessibilityPage:
    page = AccessibilityPage(
        title="Toegankelijkheid",
        slug="toegankelijkheid",
        locale=site["nl"].home.locale,
        scope="park.example.org",
        feedback="<p>Vertel het ons.</p>",
        drawn_up_on=datetime.date(2026, 11, 26),
        **fields,
    )
    site["nl"].home.add_child(instance=page)
    return page


def test_a_full_statement_says_all_that_the_model_asks(client: Client, site: dict[str, SiteTree]) -> None:
    page = statement(
        site,
        compliance="B",
        compliance_note="Het onderzoek vond een fout.",
        research=[("research", RESEARCH)],
        findings=[("finding", FINDING)],
        general_measures="<p>We testen elke week.</p>",
        feedback_email="meld@example.org",
        answer_days=1,
        supervision="<p>De Nationale ombudsman.</p>",
        signed_by="Directeur",
    )
    html = client.get(page.url).content.decode()
    told = [value for value in FINDING.values() if isinstance(value, str)]
    told += ["Status B: Voldoet gedeeltelijk", "EN 301 549", "park.example.org", "26 november 2026", "30 juni 2027"]
    told += [
        "Een bureau",
        "2 januari 2026",
        "meld@example.org",
        "binnen 1 werkdag antwoord.",
        "Nationale ombudsman",
        "Directeur",
    ]
    assert [text for text in told if text not in html] == []


def test_a_statement_without_findings_has_no_empty_headings(client: Client, site: dict[str, SiteTree]) -> None:
    html = client.get(statement(site).url).content.decode()
    assert "Status E" in html
    assert 'id="findings"' not in html
    assert 'id="supervision"' not in html
