"""“Unique in the world”, “the first in the Netherlands”: claims that a reader must be able to check."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from parkportal.core.checks.finding import Finding, Severity
from parkportal.core.checks.passages import Passage
from parkportal.core.checks.rules import rule

from ..models import Article
from .sources import has_source
from .wording import wording


@rule(Article, order=70)
def claims(article: Article, passages: list[Passage]) -> Iterator[Finding]:
    """A superlative needs its source where it stands: the article's own source only says who wrote it."""
    for passage in passages:
        found = wording(passage.language).superlative.search(passage.text)
        if found and not has_source(passage):
            message = _("“%(text)s” is a claim. Say who says so, or link to it.") % {"text": found[0]}
            yield Finding("claims", Severity.WARNING, message, passage.place)
