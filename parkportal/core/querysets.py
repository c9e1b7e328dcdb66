"""What every list of records can be asked."""

from typing import Self

from django.db.models import Q

from .languages import current_language, name_key
from .rows import RowsQuerySet
from .text_search import matching
from .visibility import VisibleQuerySet


class RecordQuerySet(RowsQuerySet, VisibleQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Records found by slug or by text, in the order of their names."""

    def with_slug(self, slug: str, language: str | None = None) -> Self:
        """The record at a slug; one without a slug in this language answers to another language's."""
        language = language or current_language()
        return self.filter(
            Q(**{f"slug_{language}": slug})
            | Q(**{f"slug_{language}__isnull": True, f"{self.model.fallback_slug_column}": slug})
        )

    def once_at(self, slug: str, language: str | None = None) -> Self:
        """The record that had this slug before."""
        from .models import FormerAddress  # Models stand on querysets.

        former = FormerAddress.objects.filter(kind=self.model._meta.label_lower, slug=slug)
        return self.filter(pk__in=former.filter(language=language or current_language()).values("record_id"))

    def for_rows(self) -> Self:
        """With what a row of a list shows; each model's own queryset says what that is."""
        return self

    def for_profile(self) -> Self:
        """With what a profile shows; each model's own queryset says what that is."""
        return self

    def in_order(self, language: str | None = None) -> Self:
        """By name in one language."""
        return self.order_by(name_key(language), "pk")

    def matching(self, text: str) -> Self:
        """The records in which every word of the text stands, in whatever language."""
        return matching(self, text, self.model.text_columns())

    def by_relevance(self, text: str) -> Self:
        """The best match first."""
        return self.in_order()
