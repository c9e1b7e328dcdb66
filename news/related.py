"""Articles that go on where one ends: those about the same things."""

from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from .models import Article, ArticleFacility, ArticleOrganisation, ArticlePartnership, ArticleTopic

RELATED = 4
# How much it says that two articles share one: a facility is seldom in the news, an organisation often.
WEIGHTS = {"facility": 3, "partnership": 3, "organisation": 2, "tag": 1}


def related_articles(article: Article, limit: int = RELATED) -> list[Article]:
    """The visible articles in the same language that share most with this one, in one query; none if it shares none."""
    shared = [rows for rows in _rows_shared_with(article) if rows is not None]
    if not shared:
        return []
    sharing = Q()
    score: Any = Value(0)
    for rows, parent, weight in shared:
        sharing |= Q(pk__in=rows.values(parent))
        score += weight * Coalesce(Subquery(_count(rows, parent), output_field=IntegerField()), 0)
    found = Article.objects.visible().in_language(article.locale.language_code).filter(sharing).exclude(pk=article.pk)
    return list(found.annotate(shared=score).order_by("-shared", "-date", "-pk")[:limit])


def _rows_shared_with(article: Article) -> list[tuple[QuerySet, str, int] | None]:
    """The rows of all articles that lead to what this one is about; what is hidden ties nothing."""
    subjects = (
        (ArticleFacility, "article", "facility", article.facilities),
        (ArticlePartnership, "article", "partnership", article.partnerships),
        (ArticleOrganisation, "article", "organisation", article.organisations),
        (ArticleTopic, "content_object", "tag", article.topic_tags),
    )
    return [
        (model._default_manager.filter(**{f"{field}__in": [each.pk for each in things]}), parent, WEIGHTS[field])
        if things
        else None
        for model, parent, field, things in subjects
    ]


def _count(rows: QuerySet, parent: str) -> QuerySet:
    """How many of the rows one article has."""
    of_article = rows.filter(**{parent: OuterRef("pk")}).order_by()
    return of_article.values(counted=F(parent)).annotate(total=Count("pk")).values("total")
