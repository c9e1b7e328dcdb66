"""Names that are spelt other than the park registered them.

Linear in the text: each run of words is looked up by its letters alone, and by its letters with one left out, so that
a wrong, missing or doubled letter is found without comparing every run with every name.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz.distance import OSA

from .finding import Finding, Severity
from .passages import Passage
from .rules import rule

SHORTEST = 4  # Letters of a name that is looked for in any spelling,
SHORTEST_TYPED = 8  # and of one that is looked for with a typing mistake.
SHORTEST_SPLIT = 7  # Letters of a name that is looked for in pieces.
MOST_WORDS = 9
NO_NAMES = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\b[\w-]+\.(?:nl|com|org|eu|info|net)\b\S*")
WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\.?)*", re.UNICODE)
BREAK = re.compile(r"[.!?;:,()“”\"\n/|]")


@dataclass(frozen=True)
class RegisteredName:
    """A name as its owner writes it. ``instead_of`` are spellings that are known to be wrong.

    ``strict`` is for the park's own name: another spelling is an error.
    """

    name: str
    instead_of: tuple[str, ...] = ()
    strict: bool = False


Provider = Callable[[], Iterable[RegisteredName]]
_providers: list[Provider] = []
_kept: ContextVar["Register | None"] = ContextVar("register", default=None)


def registers_names(provider: Provider) -> Provider:
    """Register a function that gives names."""
    _providers.append(provider)
    return provider


@rule(order=10)
def names(thing: Any, passages: list[Passage]) -> Iterator[Finding]:
    """The park's own name and known mistakes are errors, unless quoted; what only resembles a name is a warning."""
    register = _kept.get() or _register()
    own = _own_words(thing)
    for passage in passages:
        for found in register.misspelt(passage.text):
            if found.text in own:
                continue
            severity = Severity.ERROR if found.certain and not passage.is_quoted else Severity.WARNING
            words = {"found": found.text, "name": found.name}
            yield Finding("names", severity, _("“%(found)s” is registered as “%(name)s”.") % words, passage.place)


@contextmanager
def known_once() -> Iterator[None]:
    """Whoever checks many things reads the names once."""
    token = _kept.set(_register())
    try:
        yield
    finally:
        _kept.reset(token)


def _register() -> "Register":
    return Register([name for provider in _providers for name in provider()])


def _own_words(thing: Any) -> set[str]:
    """A record's own names may be changed in the very draft that is checked."""
    return set(thing.search_names()) if hasattr(thing, "search_names") and not hasattr(thing, "locale") else set()


@dataclass(frozen=True)
class Misspelt:
    """A spelling, and the name as it is registered."""

    text: str
    name: str
    certain: bool


@dataclass
class Register:
    """The names, ready to be looked up."""

    names: list[RegisteredName]
    accepted: set[str] = field(default_factory=set)
    by_key: dict[str, RegisteredName] = field(default_factory=dict)
    wrong: dict[str, RegisteredName] = field(default_factory=dict)
    near: dict[str, tuple[str, ...]] = field(default_factory=dict)
    beginnings: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for name in self.names:
            self.accepted.add(name.name)
            key = key_of(name.name)
            if len(key) >= SHORTEST and (key not in self.by_key or name.strict):
                self.by_key[key] = name
        strict = [key for key, name in self.by_key.items() if name.strict]
        for name in self.names:
            # The park's own name has the last word: a record near it may have the same mistakes.
            mistakes = (
                each for each in name.instead_of if not any(OSA.distance(key_of(each), key) < 3 for key in strict)
            )
            self.wrong |= dict.fromkeys(mistakes, name)
        spellings = (*self.accepted, *self.wrong)
        self.beginnings = {key_of(each)[:SHORTEST] for each in spellings} | {key[:SHORTEST] for key in self.by_key}
        for key, name in self.by_key.items():
            for left in _with_one_left_out(key) if _may_be_mistyped(key, name.name) else ():
                self.near[left] = (*self.near.get(left, ()), key)

    def misspelt(self, text: str) -> Iterator[Misspelt]:
        """Every name in a text that is spelt wrong, the longest first where one lies in another."""
        if text.isupper():
            return
        blank = NO_NAMES.sub(lambda found: " " * len(found[0]), text)
        words = [Run(blank, word.start(), word.end(), key_of(word[0])) for word in WORD.finditer(blank)]
        position = 0
        while position < len(words):
            found = None
            if self._may_begin(words[position : position + SHORTEST]):
                runs = list(self._runs(words[position : position + MOST_WORDS]))
                found = next(filter(None, (self._found(look_up, runs) for look_up in self._ways)), None)
            if found and not self._is_right(*found):
                run, name = found
                yield Misspelt(run.spelling, name.name, name.strict or run.spelling in self.wrong)
            position += found[0].words if found else 1

    def _runs(self, words: list["Run"]) -> Iterator["Run"]:
        """The runs from the first of the words on, the longest first."""
        runs = [words[0]]
        for word in words[1:]:
            if BREAK.search(word.text, runs[-1].end, word.start):
                break
            runs.append(runs[-1].with_next(word))
        return reversed(runs)

    def _may_begin(self, words: list["Run"]) -> bool:
        """Whether a name could begin with the first of the words: most are none, and looking up is dear."""
        key = "".join(word.key for word in words)
        lengths = range(1, SHORTEST + 1)
        return words[0].spelling[0].isupper() or any(key[:length] in self.beginnings for length in lengths)

    def _found(self, look_up: "LookUp", runs: list["Run"]) -> tuple["Run", RegisteredName] | None:
        return next(((run, name) for run in runs if (name := look_up(run)) is not None), None)

    @property
    def _ways(self) -> tuple["LookUp", ...]:
        return (self._exactly, self._letters, self._nearly)

    def _exactly(self, run: "Run") -> RegisteredName | None:
        return RegisteredName(run.spelling) if run.spelling in self.accepted else self.wrong.get(run.spelling)

    def _letters(self, run: "Run") -> RegisteredName | None:
        name = self.by_key.get(run.key)
        is_chance = name is not None and run.words > len(name.name.split()) and len(run.key) < SHORTEST_SPLIT
        return None if is_chance else name

    def _nearly(self, run: "Run") -> RegisteredName | None:
        if (
            len(run.key) < SHORTEST_TYPED - 1
            or not run.spelling[0].isupper()
            or (run.words == 1 and run.begins_sentence)
        ):
            return None
        candidates = {key for left in _with_one_left_out(run.key) for key in self.near.get(left, ())}
        return next((self.by_key[key] for key in sorted(candidates) if _is_mistyped(key, run.key)), None)

    def _is_right(self, run: "Run", name: RegisteredName) -> bool:
        if run.spelling in self.accepted or run.spelling in self.wrong:
            return run.spelling in self.accepted
        # “de gemeente Leiden”: the first word of a name may be an ordinary noun. “MboRijnland” begins a sentence.
        other_first = run.spelling[0].swapcase() + run.spelling[1:]
        if other_first in self.accepted and not name.strict and (run.begins_sentence or run.words > 1):
            return True
        # “corpus”, “galapagos” and, where a sentence begins, “Corpus” are words too.
        ordinary = run.spelling.islower() or (run.begins_sentence and name.name.isupper())
        return run.words == 1 and ordinary and (name.name.isupper() or name.name[1:].islower())


@dataclass(frozen=True)
class Run:
    """Some words of a text that follow each other."""

    text: str
    start: int
    end: int
    key: str
    words: int = 1

    def with_next(self, word: "Run") -> "Run":
        """The run with one more word."""
        return Run(self.text, self.start, word.end, self.key + word.key, self.words + 1)

    @property
    def spelling(self) -> str:
        """As it stands there."""
        return self.text[self.start : self.end]

    @property
    def begins_sentence(self) -> bool:
        """Whether its first letter is a capital in any case."""
        before = self.text[: self.start].rstrip(" “‘\"'(")
        return not before or before[-1] in ".!?:\n"


LookUp = Callable[[Run], RegisteredName | None]


def key_of(text: str) -> str:
    """The letters and digits alone, without accents and capitals."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


def _with_one_left_out(key: str) -> Iterator[str]:
    yield key
    for place in range(len(key)):
        yield key[:place] + key[place + 1 :]


def _may_be_mistyped(key: str, name: str) -> bool:
    return len(key) >= (SHORTEST_TYPED if " " not in name else SHORTEST_TYPED + 2)


def _is_mistyped(key: str, found: str) -> bool:
    """One letter is wrong, missing, too much or in the other's place. BioPartner 2 and a plural are not mistakes."""
    same_numbers = re.findall(r"\d+", key) == re.findall(r"\d+", found)
    return key[0] == found[0] and same_numbers and found != f"{key}s" and OSA.distance(key, found) == 1
