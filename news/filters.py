"""The filters of the list of news: type, topic and year."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from parkportal.core.facets import Chip, FacetSelection, without
from parkportal.core.listing import Listing, page_of

from .models import Article, ArticleTopic, ArticleType

LONGEST_QUERY = 200


@dataclass(frozen=True)
class ArticleFacet:
    """A filter by what articles hold themselves; ``value_lookup`` leads to what stands in the URL."""

    parameter: str
    label: str | Promise
    value_lookup: str


TYPE = ArticleFacet("type", _("Type"), "article_type")
TOPIC = ArticleFacet("topic", _("Topic"), "topics__slug")
YEAR = ArticleFacet("year", _("Year"), "year")


class ArticleSelection(FacetSelection):
    """What a query string chooses of the visible articles in the active language."""

    def __init__(self, params: QueryDict) -> None:
        super().__init__([TYPE, TOPIC, YEAR], params)

    @cached_property
    def labels(self) -> dict[ArticleFacet, dict[str, str]]:
        """The types, and the topics and years that occur."""
        articles = Article.objects.visible().in_language()
        topics = ArticleTopic.objects.filter(content_object__in=articles).order_by("tag__name")
        return {
            TYPE: {value: str(label) for value, label in ArticleType.choices},
            TOPIC: dict(topics.values_list("tag__slug", "tag__name")),
            YEAR: {str(day.year): str(day.year) for day in articles.dates("date", "year", order="DESC")},
        }

    def apply(self, records: QuerySet, *, but: ArticleFacet | None = None) -> QuerySet:
        """The articles that fit what was chosen, in all filters but one."""
        for facet, values in self.chosen.items():
            if values and facet is not but:
                fitting = Article.objects.with_years().filter(**{f"{facet.value_lookup}__in": values})
                records = records.filter(pk__in=fitting.values("pk"))
        return records


def found_articles(params: QueryDict) -> QuerySet:
    """The visible articles in the active language that a query string asks for, the newest first."""
    return ArticleSelection(params).apply(_searched(params))


def news_listing(params: QueryDict) -> Listing:
    """The list page that a query string asks for; NothingHere for a page that it does not have."""
    searched = _searched(params)
    selection = ArticleSelection(params)
    found = selection.apply(searched)
    page = page_of(found.with_pictures(), params.get("page", "1"))
    query = _query(params)
    chips = [Chip(f"“{query}”", without(params, "q"))] if query else []
    return Listing(
        page_obj=page,
        total=page.paginator.count,
        query=query,
        facets=selection.choices(searched),
        chips=[*chips, *selection.chips()],
        notices=selection.notices,
        querystring=without(params, "page").removeprefix("?"),
        records=found,
    )


def _query(params: QueryDict) -> str:
    return " ".join(params.get("q", "").split())[:LONGEST_QUERY]


def _searched(params: QueryDict) -> QuerySet:
    return Article.objects.visible().in_language().with_years().latest_first().matching(_query(params))
