"""Figures without a source."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from parkportal.core.checks.finding import Finding, Severity
from parkportal.core.checks.passages import Passage
from parkportal.core.checks.rules import rule

from ..models import Article, Background
from .sources import has_source
from .wording import wording


@rule(Article, order=80)
def figures(article: Article, passages: list[Passage]) -> Iterator[Finding]:
    """A figure needs a source: of the article, in its paragraph, or as a figure of the register in the text."""
    if article.source_name or article.source_url or _lists_sources(article):
        return
    if any(block.block_type == "figure" for block in article.body):
        return
    for passage in passages:
        found = wording(passage.language).figure.search(passage.text)
        if found and not has_source(passage):
            message = _("“%(text)s” has no source. Say who counted it, or add the figure from the register.")
            yield Finding("figures", Severity.WARNING, message % {"text": found[0].strip()}, passage.place)


def _lists_sources(article: Article) -> bool:
    """A background ends with its sources."""
    return isinstance(article, Background) and article.reference_rows.exists()
