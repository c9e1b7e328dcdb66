"""Example data from which the site's own code draws: a calendar, a chart, a network, a half circle, surroundings."""

import calendar
import datetime
from typing import Any

from django.utils import timezone

from education.calendar.month import Day, Month
from education.calendar.source import Occurrence
from education.half_circle import HalfCircle, half_circle
from news.figure_chart import Chart, history_chart
from news.models import Figure
from organisations.models import Building
from organisations.plan import Plan
from parkportal.core.languages import Localised, current_language
from parkportal.core.models import Term

from ..network.nodes import Node
from ..network.picture import Picture, draw_network
from ..network.ties import Tie, TieKind
from ..site_frame import site_frame
from ..templatetags.locator import locator

MONTH = datetime.date(2026, 10, 1)
TODAY = datetime.date(2026, 10, 14)
TAKING_PLACE = {
    6: [("run", 9, "GMP", "")],
    14: [("event", 16, "Bio Science Café", ""), ("run", 9, "GMP", "cancelled")],
    29: [("run", 9, "GMP", "planned")],
}
VALUES = (("2010-12", 240, "estimate"), ("2016-12", 315, "third-party"), ("2024-12", 430, "official"))
NAMES = ("BaseClear", "LUMC", "Janssen Vaccines", "NecstGen")
SECTORS = (
    ("diagnostics", "Diagnostiek", "Diagnostics"),
    ("healthcare", "Zorg", "Healthcare"),
    ("vaccines", "Vaccins", "Vaccines"),
    ("advanced-therapies", "Geavanceerde therapieën", "Advanced therapies"),
)
TIES = ((1, 2, TieKind.PARTNERSHIP), (1, 3, TieKind.NEWS), (2, 4, TieKind.OWNERSHIP), (3, 4, TieKind.BUILDING))


def month() -> Month:
    """A month in which little takes place, one day of it today."""
    weeks = [[_day(day) for day in week] for week in calendar.Calendar().monthdatescalendar(MONTH.year, MONTH.month)]
    return Month(MONTH, weeks, 4, MONTH - datetime.timedelta(days=1), MONTH + datetime.timedelta(days=31))


def _day(day: datetime.date) -> Day:
    rows = TAKING_PLACE.get(day.day, []) if day.month == MONTH.month else []
    language = current_language()
    occurrences = [
        Occurrence(
            starts := datetime.datetime.combine(day, datetime.time(hour), timezone.get_current_timezone()),
            starts + datetime.timedelta(hours=2),
            Localised(title, language, language),
            "#",
            kind,
            state,
        )
        for kind, hour, title, state in rows
    ]
    return Day(day, day.month == MONTH.month, day == TODAY, occurrences, 2 if len(rows) > 1 else 0)


def history(key: str) -> list[Figure]:
    """A figure over the years, the newest first."""
    return [
        Figure(
            key=f"{key}-{as_of}",
            value=value,
            as_of=as_of,
            status=status,
            label_nl="Bedrijven op het park",
            label_en="Companies in the park",
            unit_nl="bedrijven",
            unit_en="companies",
            definition_nl="Bedrijven, zonder kennisinstellingen en scholen.",
            definition_en="Companies, without institutes and schools.",
            source_name="Buck Consultants",
        )
        for as_of, value, status in reversed(VALUES)
    ]


def chart(key: str) -> Chart | None:
    """It as a drawing."""
    return history_chart(history(key))


def network(centre: int = 0) -> Picture | None:
    """Four organisations and their ties; with a centre, only its own."""
    terms = {
        number: Term(pk=number, identifier=identifier, label_nl=dutch, label_en=english, order=number)
        for number, (identifier, dutch, english) in enumerate(SECTORS, 1)
    }
    nodes = {number: Node(number, name.casefold(), name, "#", number) for number, name in enumerate(NAMES, 1)}
    ties = [Tie(kind, one, other, str(kind.label)) for one, other, kind in TIES]
    return draw_network(ties, nodes, terms, nodes.get(centre))


def seats() -> HalfCircle:
    """Seven of them, of three sides."""
    return half_circle(["business"] * 3 + ["knowledge"] * 3 + ["government"])


def surroundings() -> Plan | None:
    """A building where it stands."""
    building = Building.objects.visible().on_the_plan().order_by("pk").first()
    context: dict[str, Any] = {"park": site_frame().park}
    plan: Plan | None = locator(context, building, "vaccines").get("plan")
    return plan
