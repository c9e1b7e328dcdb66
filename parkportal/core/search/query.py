"""What a visitor asks for, understood: all concepts of a query, in any of their phrasings, by any lexeme of a word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Leaf:
    """A lexeme, or the beginning of one."""

    lexeme: str
    prefix: bool = False

    @property
    def pattern(self) -> str:
        """What stands in spaced lexemes."""
        return f" {self.lexeme}" if self.prefix else f" {self.lexeme} "

    @property
    def tsquery(self) -> str:
        """The same for PostgreSQL; lexemes hold neither quotes nor backslashes."""
        return f"'{self.lexeme}':*" if self.prefix else f"'{self.lexeme}'"


@dataclass(frozen=True)
class Word:
    """A word, or two that belong together: as it stands in a name, and the lexemes of which any will do."""

    text: str
    leaves: tuple[Leaf, ...]

    @property
    def beginning(self) -> str:
        """What its inflections in a name have in common: “open” of “opening”."""
        stems = (leaf.lexeme for leaf in self.leaves if leaf.lexeme and self.text.startswith(leaf.lexeme))
        return min(stems, key=len, default=self.text)


@dataclass(frozen=True)
class Concept:
    """What is meant, in several phrasings of which any will do; a phrasing needs all of its words."""

    phrasings: tuple[tuple[Word, ...], ...]

    def leaves(self) -> list[list[tuple[Leaf, ...]]]:
        """The lexemes of every phrasing, word for word."""
        return [[word.leaves for word in phrasing] for phrasing in self.phrasings]

    def fits(self, lexemes: str) -> bool:
        """Whether spaced lexemes answer it."""
        return any(
            all(any(leaf.pattern in lexemes for leaf in leaves) for leaves in phrasing) for phrasing in self.leaves()
        )


@dataclass(frozen=True)
class Query:
    """A text that was asked for: its words as they stand in names, and what they mean."""

    words: tuple[str, ...] = ()
    concepts: tuple[Concept, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.concepts)

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(self.words)

    def as_tsquery(self) -> str:
        """The query in PostgreSQL's terms."""
        return self._combined(" & ", " | ", lambda leaf: leaf.tsquery)

    def as_condition(self, contains: str) -> tuple[str, list[str]]:
        """The query as SQL, with the patterns that ``contains`` is to be asked for, in order."""
        patterns: list[str] = []

        def ask(leaf: Leaf) -> str:
            patterns.append(leaf.pattern)
            return contains

        return self._combined(" AND ", " OR ", ask), patterns

    def _combined(self, both: str, either: str, ask: Callable[[Leaf], str]) -> str:
        return _join(
            both,
            (
                _join(
                    either, (_join(both, (_join(either, map(ask, leaves)) for leaves in phrasing)) for phrasing in each)
                )
                for each in (concept.leaves() for concept in self.concepts)
            ),
        )


def _join(sign: str, parts: Iterable[str]) -> str:
    return f"({sign.join(parts)})"
