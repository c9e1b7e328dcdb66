"""Articles and figures as lists ask for them."""

from typing import Any, Self

from django.db.models import F, Prefetch, Q, QuerySet
from django.utils import timezone

from parkportal.core.languages import current_language
from parkportal.core.models import ParkImage, Record
from parkportal.core.rows import RowsQuerySet
from parkportal.core.visibility import VisiblePageQuerySet, VisibleQuerySet


class ArticleQuerySet(RowsQuerySet, VisiblePageQuerySet):
    """Articles of every type, or of one."""

    def visible(self) -> Self:
        """What the public may see now: nothing that is under embargo."""
        lifted = Q(embargo_until__isnull=True) | Q(embargo_until__lte=timezone.now())
        return super().visible().filter(lifted)

    def for_serving(self) -> Self:
        """With the rows that say what an article is about."""
        return super().for_serving().with_rows(*self.model.row_names)

    def in_language(self, language: str | None = None) -> Self:
        """Those in the tree of one language."""
        return self.filter(locale__language_code=language or current_language())

    def latest_first(self) -> Self:
        """By date and, on one day, by time, the newest first."""
        return self.order_by("-date", F("first_published_at").desc(nulls_last=True), "-pk")

    def with_pictures(self) -> Self:
        """What a row with its picture shows."""
        return self.prefetch_related(Prefetch("picture", ParkImage.objects.prefetch_renditions()))


class CorrectionQuerySet(QuerySet[Any]):
    """The notes on articles."""

    def visible(self) -> Self:
        """Those on articles that the public may see now."""
        from .models import Article  # Models stand on querysets.

        return self.filter(article__in=Article.objects.visible().order_by().values("pk"))

    def in_language(self, language: str | None = None) -> Self:
        """Those in the tree of one language."""
        return self.filter(article__locale__language_code=language or current_language())

    def latest_first(self) -> Self:
        """The newest first."""
        return self.order_by("-made_at", "-pk")

    def with_articles(self) -> Self:
        """With what a line of the log shows of the article."""
        return self.select_related("article", "article__locale")


class FigureQuerySet(VisibleQuerySet):
    """Figures of the register."""

    def featured(self) -> Self:
        """Those that stand on the home page and in the press room."""
        return self.filter(featured=True)

    def latest_first(self) -> Self:
        """By the day they were counted, the newest first."""
        return self.order_by("-as_of", "pk")


def visible_records(model: type[Record], keys: list[int]) -> list[Any]:
    """The visible records of a model with these keys, in their order; no query for none."""
    found = model.objects.visible().in_bulk(keys) if keys else {}
    return [found[key] for key in keys if key in found]
