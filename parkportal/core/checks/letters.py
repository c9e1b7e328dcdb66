"""Letters that only look like letters: a screen reader spells them out or skips them, and no search finds them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .finding import Finding, Severity
from .passages import Passage
from .rules import rule

# Mathematical, full-width, circled, squared and small-capital letters. One alone may be a symbol in a formula.
STYLED = "\U0001d400-\U0001d7ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001f130-\U0001f189\u1d00-\u1d22"
RUN = re.compile(rf"[{STYLED}](?:[ \u00a0’'.-]?[{STYLED}])+")
# UTF-8 that was read as Windows-1252, and characters that could not be read at all.
BROKEN = re.compile(r"â€[™œ\u009d“”\u0153˜¦]|Ã[©¨«¶¼¯¤§\u00ad]|Â[\u00a0»«°]|\ufffd")


@rule(order=30)
def letters(thing: Any, passages: list[Passage]) -> Iterator[Finding]:
    """Styled letters are errors, broken ones warnings."""
    for passage in passages:
        for found in RUN.findall(passage.text):
            words = {"styled": found, "plain": unicodedata.normalize("NFKC", found)}
            message = _("“%(styled)s” is made of symbols, not letters. Type it again: %(plain)s") % words
            yield Finding("letters", Severity.ERROR, message, passage.place)
        if broken := BROKEN.search(passage.text):
            around = passage.text[max(0, broken.start() - 12) : broken.end() + 12]
            message = _("“%(text)s” holds broken characters. Type them again.") % {"text": around}
            yield Finding("letters", Severity.WARNING, message, passage.place)
