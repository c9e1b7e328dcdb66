"""The park itself: its names and its plan."""

import json

from parkportal.website.models import ParkSettings

from .source import DATA

NAME = "Leiden Bio Science Park"


def load_park() -> None:
    """Name the park and give it its plan, unless somebody did."""
    park = ParkSettings.load()
    if park.name == NAME:
        return
    park.name = NAME
    park.abbreviation = "LBSP"
    park.tagline_nl = "Wie er zit, wat ze kunnen en wat er nieuw is"
    park.tagline_en = "Who is here, what they can do and what is new"
    park.notice_nl = "Demonstratie met openbare feiten. Cursusdata, contactgegevens en ingangen zijn voorbeelden."
    park.notice_en = "A demonstration with public facts. Course dates, contact details and entrances are examples."
    park.question_email = "info@park.example.org"
    park.security_contact = "mailto:security@example.org"
    park.plan = json.loads((DATA / "plan.geojson").read_text(encoding="utf-8"))
    park.save()
