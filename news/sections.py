"""What news adds to the profiles of what it is about."""

from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from education.models import Event
from organisations.models import Person
from parkportal.core.sections import Section, section_of

from .models import (
    Article,
    ArticleEvent,
    ArticleFacility,
    ArticleOrganisation,
    ArticlePartnership,
    ArticleRole,
    Interviewee,
)

ARTICLES_IN_SECTION = 10
ROWS = "news/sections/articles.html"


def articles_about(row_model: type[Orderable], field: str, record: Model) -> QuerySet[Any]:
    """The visible articles about a record in the active language, the latest first."""
    about = row_model._default_manager.filter(**{field: record.pk}).values("article")
    return Article.objects.visible().in_language().filter(pk__in=about).latest_first()


def in_the_news(articles: QuerySet[Any]) -> Section:
    """The latest of these articles."""
    return Section("news", _("In the news"), ROWS, list(articles[:ARTICLES_IN_SECTION]))


def register_section(row_model: type[Orderable], field: str) -> None:
    """Give the profiles of the records that the rows point at a section “In the news”."""

    @section_of(row_model._meta.get_field(field).related_model, order=35)
    def section(record: Model) -> Section:
        return in_the_news(articles_about(row_model, field, record))


@section_of(Person, order=60)
def in_the_news_in_person(person: Person) -> Section:
    """The latest visible articles in the active language that name a person or are an interview with one."""
    roles = person.roles.visible()  # type: ignore[attr-defined]
    named = ArticleRole.objects.filter(role__in=roles).values("article")
    interviewed = Interviewee.objects.filter(role__in=roles).values("interview")
    about = Q(pk__in=named) | Q(pk__in=interviewed)
    return in_the_news(Article.objects.visible().in_language().filter(about).latest_first())


@section_of(Event, order=10)
def reports_of(event: Event) -> Section:
    """The reports of an event that is over: they lead its page."""
    reports = articles_about(ArticleEvent, "event", event).filter(eventreport__isnull=False)
    return Section("reports", _("How it was"), ROWS, list(reports) if event.is_over else [], leads=True)


@section_of(Event, order=35)
def in_the_news_of_event(event: Event) -> Section:
    """What else is written of an event."""
    articles = articles_about(ArticleEvent, "event", event)
    return in_the_news(articles.filter(eventreport=None) if event.is_over else articles)


register_section(ArticleOrganisation, "organisation")
register_section(ArticleFacility, "facility")
register_section(ArticlePartnership, "partnership")
