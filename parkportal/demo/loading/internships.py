"""Internships: examples that are open for some weeks from the day on which the demo is loaded."""

import datetime

from django.utils import timezone

from education.models import Internship, Programme
from organisations.models import Building, Organisation
from parkportal.core.models import Vocabulary

from .source import Entry, by_language, entries, keyed, publish, some, term, terms


def load_internships() -> None:
    """The examples."""
    there, programmes = keyed(Internship), keyed(Programme)
    organisations, buildings = keyed(Organisation), keyed(Building)
    for entry in entries("internships", "internship"):
        if entry["slug_nl"] in there:
            continue
        publish(
            Internship(
                organisation=organisations[entry["organisation"]],
                building=buildings.get(entry.get("building", "")),
                kind=term(Vocabulary.INTERNSHIP_KIND, entry["kind"]),
                levels=terms(Vocabulary.EDUCATION_LEVEL, entry["levels"]),
                sectors=terms(Vocabulary.SECTOR, entry["sectors"]),
                programmes=[programmes[key] for key in entry.get("programmes", [])],
                languages=", ".join(entry["languages"]),
                start=_month(entry),
                open_until=timezone.localdate() + datetime.timedelta(days=entry["open_in_days"]),
                **some(entry, "weeks", "hours", "place", "application_url", "contact_email", "contact_phone"),
                **by_language(entry, "name", "slug", "summary", "description", "allowance", "contact_role"),
            )
        )


def _month(entry: Entry) -> str:
    """The month so many days after the demo was loaded; nothing for one that begins when it suits."""
    if "start_in_days" not in entry:
        return ""
    return f"{timezone.localdate() + datetime.timedelta(days=entry['start_in_days']):%Y-%m}"
