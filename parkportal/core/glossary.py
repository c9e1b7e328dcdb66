"""Words of the field, explained where a page first has them in running text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.db.models.signals import post_delete, post_save

from .kept import Kept
from .languages import LANGUAGE_CODES
from .models.glossary_entry import GlossaryEntry

RUNNING_TEXT = re.compile(r'<div class="rich-text(?: [^"]*)?"(?: lang="(?P<language>[a-z-]+)")?>')
TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>")
LEFT_ALONE = {"a", "abbr", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "summary"}


@dataclass(frozen=True)
class Explained:
    """An entry in one language."""

    identifier: str
    word: str
    full_form: str
    forms: tuple[str, ...]

    def explanation(self, text: str, url: str) -> str:
        """The word as the text has it, with what its letters stand for and a link to its meaning."""
        shown = f'<abbr title="{escape(self.full_form)}">{text}</abbr>' if self.full_form else text
        return f'<a class="explained" href="{url}#{self.identifier}">{shown}</a>' if url else shown


def explain(html: str, language: str, url: str) -> str:
    """A page with the first use of each word explained; not in links, headings and code.

    ``url``: of the glossary in that language, or nothing. Only what stands in ``.rich-text`` is running text.
    """
    if 'class="rich-text' not in html:
        return html
    entries = entries_by_language()
    return _Page(html, url).explained(language, entries) if any(entries.values()) else html


class _Page:
    """One pass over a page."""

    def __init__(self, html: str, url: str) -> None:
        self.html = html
        self.url = url
        self.seen: set[str] = set()

    def explained(self, language: str, entries: dict[str, tuple[Explained, ...]]) -> str:
        """The page with its running texts explained."""
        parts, at = [], 0
        while found := RUNNING_TEXT.search(self.html, at):
            parts.append(self.html[at : found.end()])
            end = _end_of(self.html, found.end())
            own = found["language"] or language
            url = self.url if own == language else ""
            parts += self._text(found.end(), end, entries.get(own, ()), url)
            at = end
        return "".join([*parts, self.html[at:]])

    def _text(self, at: int, end: int, entries: tuple[Explained, ...], url: str) -> Iterator[str]:
        closed: list[str] = []
        for token in TOKEN.finditer(self.html, at, end):
            yield self._words(self.html[at : token.start()], entries, url, open_to_it=not closed)
            yield token[0]
            at = token.end()
            if not token["end"] and (closed or token["name"] in LEFT_ALONE or " lang=" in token[0]):
                closed += [token["name"]] if token["name"] not in ("br", "img", "hr", "wbr") else []
            elif token["end"] and closed and closed[-1] == token["name"]:
                closed.pop()
        yield self._words(self.html[at:end], entries, url, open_to_it=not closed)

    def _words(self, text: str, entries: tuple[Explained, ...], url: str, *, open_to_it: bool) -> str:
        if not open_to_it or not entries or not text.strip():
            return text
        pattern, by_form = _pattern(entries)

        def explained(found: re.Match[str]) -> str:
            entry = by_form.get(found[0]) or by_form.get(found[0].casefold())
            if entry is None or entry.identifier in self.seen:
                return found[0]
            self.seen.add(entry.identifier)
            return entry.explanation(found[0], url)

        return pattern.sub(explained, text)


def _end_of(html: str, at: int) -> int:
    """Where the ``div`` ends whose content begins here."""
    depth = 1
    for token in re.finditer(r"<(/?)div\b", html[at:]):
        depth += -1 if token[1] else 1
        if depth == 0:
            return at + token.start()
    return len(html)


@lru_cache(maxsize=8)
def _pattern(entries: tuple[Explained, ...]) -> tuple[re.Pattern[str], dict[str, Explained]]:
    """What finds the words, the longest first, and whose they are. Abbreviations keep their capitals."""
    by_form: dict[str, Explained] = {}
    for entry in entries:
        for form in map(escape, (entry.word, *entry.forms)):
            by_form.setdefault(form if entry.full_form else form.casefold(), entry)
    either = "|".join(map(_either_case, sorted(by_form, key=len, reverse=True)))
    return re.compile(rf"(?<![\w&])(?:{either})(?!\w)"), by_form


def _either_case(form: str) -> str:
    """A form that may begin a sentence."""
    first = re.escape(form[0])
    return f"(?:{first}|{re.escape(form[0].upper())}){re.escape(form[1:])}" if form[0].islower() else re.escape(form)


def _read() -> dict[str, tuple[Explained, ...]]:
    rows = list(GlossaryEntry.objects.filter(in_texts=True))
    return {code: tuple(_in_language(rows, code)) for code in LANGUAGE_CODES}


def _in_language(rows: Iterable[GlossaryEntry], code: str) -> Iterator[Explained]:
    for row in rows:
        word, full_form, others = (
            getattr(row, f"{name}_{code}", "") or "" for name in ("word", "full_form", "other_forms")
        )
        if word:
            forms = tuple(filter(None, map(str.strip, others.split(","))))
            yield Explained(row.identifier, word, full_form, forms)


entries_by_language = Kept("glossary", _read)  # The entries to explain in texts, by language.

for signal in (post_save, post_delete):
    signal.connect(entries_by_language.forget, sender=GlossaryEntry, dispatch_uid="forget_glossary")
