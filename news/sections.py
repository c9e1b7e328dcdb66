"""What news adds to the profiles of what it is about."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from parkportal.core.sections import Section, section_of

from .models import Article, ArticleFacility, ArticleOrganisation, ArticlePartnership

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


register_section(ArticleOrganisation, "organisation")
register_section(ArticleFacility, "facility")
register_section(ArticlePartnership, "partnership")
