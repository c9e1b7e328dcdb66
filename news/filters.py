"""The filters of the list of news: type, topic, year, and the organisations it is about with their sectors."""

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation
from parkportal.core.facets import Facet, RecordFacet, ValueFacet
from parkportal.core.listing import Listing, found_records, make_listing
from parkportal.core.models import Vocabulary
from parkportal.core.visibility import published_q

from .models import Article, ArticleTopic, ArticleType
from .querysets import ArticleQuerySet


def _types() -> dict[str, str]:
    return {value: str(label) for value, label in ArticleType.choices}


def _topics() -> dict[str, str]:
    """The topics that occur in the active language."""
    topics = ArticleTopic.objects.filter(content_object__in=_articles()).order_by("tag__name")
    return dict(topics.values_list("tag__slug", "tag__name"))


def _years() -> dict[str, str]:
    """The years in which something appeared, the latest first."""
    return {str(day.year): str(day.year) for day in _articles().dates("date", "year", order="DESC")}


FACETS = (
    ValueFacet("type", _("Type"), "article_type", _types),
    ValueFacet("topic", _("Topic"), "topics__slug", _topics),
    ValueFacet("year", _("Year"), "date__year", _years),
    Facet(
        "sector",
        _("Sector"),
        "organisation_rows__organisation__sector",
        vocabulary=Vocabulary.SECTOR,
        rows="organisation_rows",
        seen=lambda: published_q("organisation_rows__organisation__"),
    ),
    RecordFacet(
        "organisation",
        _("Organisation"),
        "organisation_rows__organisation",
        model=Organisation,
        rows="organisation_rows",
    ),
)


def found_articles(params: QueryDict) -> QuerySet:
    """The visible articles in the active language that a query string asks for, the newest first."""
    return found_records(_articles(), params, facets=FACETS)


def news_listing(params: QueryDict) -> Listing:
    """The list page that a query string asks for; NothingHere for a page that it does not have."""
    return make_listing(_articles().with_pictures(), params, facets=FACETS)


def _articles() -> ArticleQuerySet:
    return Article.objects.visible().in_language().latest_first()
