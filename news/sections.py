"""What news adds to the profiles of what it is about."""

from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

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


def articles_about(row_model: type[Orderable], field: str, record: Model) -> list[Article]:
    """The latest visible articles about a record in the active language."""
    about = row_model._default_manager.filter(**{field: record.pk}).values("article")
    return list(Article.objects.visible().in_language().filter(pk__in=about).latest_first()[:ARTICLES_IN_SECTION])


def register_section(row_model: type[Orderable], field: str) -> None:
    """Give the profiles of the records that the rows point at a section “In the news”."""

    @section_of(row_model._meta.get_field(field).related_model, order=35)
    def in_the_news(record: Model) -> Section:
        articles = articles_about(row_model, field, record)
        return Section("news", _("In the news"), "news/sections/articles.html", articles)


@section_of(Person, order=60)
def in_the_news_in_person(person: Person) -> Section:
    """The latest visible articles in the active language that name a person or are an interview with one."""
    roles = person.roles.visible()  # type: ignore[attr-defined]
    named = ArticleRole.objects.filter(role__in=roles).values("article")
    interviewed = Interviewee.objects.filter(role__in=roles).values("interview")
    articles = Article.objects.visible().in_language().filter(Q(pk__in=named) | Q(pk__in=interviewed)).latest_first()
    return Section("news", _("In the news"), "news/sections/articles.html", list(articles[:ARTICLES_IN_SECTION]))


register_section(ArticleOrganisation, "organisation")
register_section(ArticleFacility, "facility")
register_section(ArticlePartnership, "partnership")
register_section(ArticleEvent, "event")
