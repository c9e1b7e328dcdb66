from typing import Any, Self

from django.db import models

from ..search.query import Query
from ..search.ranking import tier
from ..search.words_field import WordsField, WordsIndex


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Entries of the index. They say nothing of who may see what: only a model's ``visible()`` does."""

    def of(self, kind: str) -> Self:
        """The entries of one kind."""
        return self.filter(kind=kind)

    def found(self, query: Query) -> Self:
        """The entries that answer a query."""
        return self.filter(words__found=query) if query else self.none()

    def ranked(self, query: Query) -> Any:
        """With the ``tier`` in which each answers."""
        return self.annotate(tier=tier(query))


class SearchEntry(models.Model):
    """What the search index knows of a record or page; written when that is saved."""

    kind = models.CharField(max_length=60)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=5, blank=True)  # Of a page; empty for what all languages share.
    names = models.TextField()  # Each name between bars, by which what was found is ordered.
    keywords = WordsField()
    summary = WordsField()
    words = WordsField()  # All of these and the text.
    day = models.DateField(null=True)
    labels = models.JSONField(default=dict)  # By language: name and address, for suggestions.

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_of_object")]
        indexes = [WordsIndex(fields=["words"], name="search_entry_words", fastupdate=False)]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class SearchWord(models.Model):
    """A word that stands in some entry, seen or not: what a misspelt word may have meant."""

    word = models.CharField(max_length=60, primary_key=True)
    length = models.PositiveSmallIntegerField(db_index=True)

    def __str__(self) -> str:
        return self.word
