"""What a misspelt query may have meant. A correction comes only from words of what the public may see."""

from collections.abc import Iterator
from itertools import islice, product

from django.db.models import Count, Q, QuerySet
from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..models import SearchWord
from .analysis import words_of
from .finding import matching
from .hits import Visible, visible_entries
from .searchable import Searchable, kind_of
from .understanding import WORDS_READ, exactly, word_labels

SHORTEST_WORD, LONG_WORD = 4, 6
CANDIDATES = 8
ATTEMPTS = 4


def corrections(text: str, kinds: dict[str, Visible]) -> list[str]:
    """Other spellings of a text of which nothing was found, the likeliest first."""
    words = words_of(text)[:WORDS_READ]
    nearest = _nearest(words)
    seen = _seen_near(nearest, kinds)
    choices = [[word] if word in seen else _likeliest(word, nearest.get(word, {}), seen) for word in words]
    texts = (" ".join(choice) for choice in product(*choices))
    return list(islice((each for each in texts if each != " ".join(words)), ATTEMPTS))


def correction_within(things: QuerySet, text: str) -> str:
    """The likeliest other spelling that something visible among these answers; empty if there is none."""
    if not issubclass(things.model, Searchable):
        return ""
    spellings = corrections(text, {kind_of(things.model): things.order_by})
    return next((each for each in spellings if matching(things, each).exists()), "")


def _nearest(words: list[str]) -> dict[str, dict[str, int]]:
    """For each word that no label holds, the known words within one or two edits, with how many.

    A word of the index too: it may stand in nothing that is seen, and whether it stands there is nobody's business.
    """
    long = [word for word in words if len(word) >= SHORTEST_WORD]
    if not long:
        return {}
    lengths = (min(map(len, long)) - 2, max(map(len, long)) + 2)
    labels = word_labels()
    known = {*SearchWord.objects.filter(length__range=lengths).values_list("word", flat=True), *labels}
    nearest = {}
    for word in long:
        if word not in labels:
            edits = 2 if len(word) >= LONG_WORD else 1
            found = process.extract(word, known, scorer=OSA.distance, score_cutoff=edits, limit=CANDIDATES)
            nearest[word] = {near: int(distance) for near, distance, _key in found if near != word}
    return nearest


def _seen_near(nearest: dict[str, dict[str, int]], kinds: dict[str, Visible]) -> dict[str, int]:
    """Which of these words and of those near them are seen; two edits away only where nothing nearer is seen."""
    seen = _seen({*nearest, *_at(1, nearest, [*nearest])}, kinds)
    unanswered = [word for word, near in nearest.items() if word not in seen and not seen.keys() & near.keys()]
    return seen | _seen({*_at(2, nearest, unanswered)}, kinds)


def _at(edits: int, nearest: dict[str, dict[str, int]], words: list[str]) -> Iterator[str]:
    return (near for word in words for near, distance in nearest[word].items() if distance == edits)


def _seen(words: set[str], kinds: dict[str, Visible]) -> dict[str, int]:
    """How many visible entries hold each word."""
    if not words:
        return {}
    counts = {f"word{number}": word for number, word in enumerate(sorted(words))}
    totals = visible_entries(kinds).aggregate(
        **{name: Count("pk", filter=Q(words__found=exactly(word))) for name, word in counts.items()}
    )
    return {counts[name]: total for name, total in totals.items() if total}


def _likeliest(word: str, near: dict[str, int], seen: dict[str, int]) -> list[str]:
    """The seen words near a word, by edits and then by how often they are seen; the word itself if there are none."""
    return sorted((each for each in near if each in seen), key=lambda each: (near[each], -seen[each])) or [word]
