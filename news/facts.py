"""The facts beside an article, in the order in which people ask for them."""

import datetime
from collections.abc import Callable
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from parkportal.core.facts import Fact, known
from parkportal.core.partial_date import format_partial_date

from .models import Article, Background, EventReport, Interview, PressRelease, Report, Statement


def article_facts(article: Article) -> list[Fact]:
    """When, where, and who says so."""
    issuer = article.visible_issuer
    return known(
        Fact(_("Place"), article.place),
        Fact(_("Author"), article.author),
        Fact(_("Issued by"), str(issuer or ""), issuer.url if issuer else ""),
        Fact(_("Source"), article.source_name or article.source_url, article.source_url),
    )


def facts_of(article: Article) -> list[Fact]:
    """What only its kind has first."""
    own = OWN_FACTS.get(type(article))
    return [*(known(*own(article)) if own else []), *article_facts(article)]


def _of_press_release(release: PressRelease) -> list[Fact]:
    return [Fact(_("Press release"), release.number)]


def _of_interview(interview: Interview) -> list[Fact]:
    return [Fact(_("Held on"), _day(interview.held_on))]


def _of_background(background: Background) -> list[Fact]:
    return [Fact(_("True as of"), _day(background.as_of))]


def _of_statement(statement: Statement) -> list[Fact]:
    role = statement.visible_speaker
    return [
        Fact(_("On behalf of it"), str(role or "")),
        Fact(_("In response to"), statement.responds_to or statement.responds_to_url, statement.responds_to_url),
    ]


def _of_report(report: Report) -> list[Fact]:
    return [Fact(_("Figures as of"), format_partial_date(report.as_of))]


def _of_event_report(report: EventReport) -> list[Fact]:
    days = [_day(day) for day in (report.held_on, report.held_until) if day]
    return [
        Fact(_("Event"), report.event_name, _address_of_event(report)),
        Fact(_("Held on"), " – ".join(days)),
        Fact(_("Venue"), report.venue),
    ]


def _address_of_event(report: EventReport) -> str:
    """The event's own page here, else its address elsewhere."""
    return report.events[0].url if report.events else report.event_url


def _day(day: datetime.date | None) -> str:
    return formats.date_format(day, "DATE_FORMAT") if day else ""


OWN_FACTS: dict[type[Article], Callable[[Any], list[Fact]]] = {
    PressRelease: _of_press_release,
    Interview: _of_interview,
    Background: _of_background,
    Statement: _of_statement,
    Report: _of_report,
    EventReport: _of_event_report,
}
