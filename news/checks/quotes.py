"""Quotes of nobody."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from parkportal.core.checks.finding import Finding, Severity
from parkportal.core.checks.passages import Passage
from parkportal.core.checks.rules import rule

from ..models import Article
from .wording import wording

QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|\"([^\"]+)\"|«([^«»]+)»|(?<!\w)‘([^‘]+?)’(?!\w)")
FEWEST_WORDS = 6  # A title or a term is shorter.


@rule(Article, order=20)
def quotes(article: Article, passages: list[Passage]) -> Iterator[Finding]:
    """A quote block without a name is an error, words in quotation marks that nobody says a warning."""
    places = {passage.place for passage in passages if (passage.block, passage.part) == ("quote", "speaker")}
    for before, passage, after in zip([None, *passages[:-1]], passages, [*passages[1:], None], strict=True):
        if (passage.block, passage.part) == ("quote", "text"):
            if passage.place not in places:
                yield Finding("quotes", Severity.ERROR, _("Fill in who said this."), passage.place)
        elif not passage.is_quoted and (text := _quoted(passage.text)) and not _is_said(before, passage, after):
            message = _("“%(text)s…” is a quote. Say whose words these are.") % {"text": text[:50].strip()}
            yield Finding("quotes", Severity.WARNING, message, passage.place)


def _quoted(text: str) -> str:
    """The first words in quotation marks that are long enough for a quote."""
    found = ("".join(filter(None, match.groups())) for match in QUOTED.finditer(text))
    return next((words for words in found if len(words.split()) >= FEWEST_WORDS), "")


def _is_said(before: Passage | None, passage: Passage, after: Passage | None) -> bool:
    """Somebody says it in the paragraph, or it has a paragraph of its own and somebody says it around it."""
    speech = wording(passage.language).speech
    outside = QUOTED.sub(" ", passage.text)
    if speech.search(outside) or re.search(r"\w[^.]*:\s*$", outside.strip()):
        return True
    alone = not outside.strip(" .\n\u00a0–—-")
    return alone and any(
        near and (near.text.rstrip().endswith(":") or speech.search(near.text)) for near in (before, after)
    )
