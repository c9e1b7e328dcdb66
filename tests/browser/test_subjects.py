"""What the portal was first asked to tell is found by clicking from the home page, in both languages."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Subject:
    """A way that a visitor clicks from the home page: roles and names; what they read there."""

    language: str
    way: tuple[tuple[str, str], ...]
    heading: str
    texts: tuple[str, ...]


def links(*names: str) -> tuple[tuple[str, str], ...]:
    """A way of links only."""
    return tuple(("link", name) for name in names)


SUBJECTS = {
    "nl-facility": Subject(
        "nl",
        links("Faciliteiten", "Biotech Training Facility"),
        "Biotech Training Facility",
        ("GMP", "Aseptisch werken", "Biotech Training Facility geopend"),
    ),
    "en-facility": Subject(
        "en",
        links("Facilities", "Biotech Training Facility"),
        "Biotech Training Facility",
        ("GMP", "Aseptic working", "Biotech Training Facility opens its cleanrooms"),
    ),
    "nl-opening": Subject(
        "nl",
        links(
            "Faciliteiten",
            "Biotech Training Facility",
            "Biotech Training Facility geopend: oefenen in een echte cleanroom",
        ),
        "Biotech Training Facility geopend: oefenen in een echte cleanroom",
        ("8 februari 2016", "Henk Kamp", "Universiteit Leiden"),
    ),
    "en-opening": Subject(
        "en",
        links("Facilities", "Biotech Training Facility", "Biotech Training Facility opens its cleanrooms to trainees"),
        "Biotech Training Facility opens its cleanrooms to trainees",
        ("8 February 2016", "Henk Kamp", "Leiden University"),
    ),
    "nl-park": Subject("nl", links("Over het park"), "Over het park", ("1984", "LUMC", "Universiteit Leiden")),
    "en-park": Subject("en", links("About the park"), "About the park", ("1984", "LUMC", "Leiden University")),
    "nl-investment": Subject(
        "nl",
        links("Nieuws", "Blijf investeren, en laat zien wat er al is"),
        "Blijf investeren, en laat zien wat er al is",
        ("30 september 2017", "talent", "infrastructuur"),
    ),
    "en-investment": Subject(
        "en",
        links("News", "Keep investing, and show what is already there"),
        "Keep investing, and show what is already there",
        ("30 September 2017", "talent", "infrastructure"),
    ),
    "nl-partnership": Subject(
        "nl",
        links("Onderwijs", "Centrum voor Innovatief Vakmanschap Bio Sciences"),
        "Centrum voor Innovatief Vakmanschap Bio Sciences",
        ("Stuurgroep", "Jan van Laake", "Onderzoek in practoraat", "Ecosysteem Leven Lang Ontwikkelen"),
    ),
    "en-partnership": Subject(
        "en",
        links("Education", "Centre for Innovative Craftsmanship Bio Sciences"),
        "Centre for Innovative Craftsmanship Bio Sciences",
        ("Steering group", "Jan van Laake", "Practorate research", "Lifelong-learning ecosystem"),
    ),
    "nl-interview": Subject(
        "nl",
        (
            ("link", "Nieuws"),
            ("checkbox", "Interview"),
            ("button", "Toon resultaten"),
            ("link", "Wij zijn de lijm tussen onderzoek en bedrijf"),
        ),
        "Wij zijn de lijm tussen onderzoek en bedrijf",
        ("15 oktober 2015", "Thijs de Kleer", "Saco de Visser", "PharmaBoardroom"),
    ),
    "en-interview": Subject(
        "en",
        (
            ("link", "News"),
            ("checkbox", "Interview"),
            ("button", "Show results"),
            ("link", "We are the glue between research and business"),
        ),
        "We are the glue between research and business",
        ("15 October 2015", "Thijs de Kleer", "Saco de Visser", "PharmaBoardroom"),
    ),
}


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
def test_a_subject_is_found_by_clicking(page: Page, subject: Subject) -> None:
    page.goto(f"/{subject.language}/")
    for role, name in subject.way:
        page.get_by_role(role, name=re.compile(rf"^\s*{re.escape(name)}( \d+)?\s*$")).first.click()  # type: ignore[arg-type]
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text(subject.heading)
    for text in subject.texts:
        expect(page.get_by_role("main")).to_contain_text(text)
