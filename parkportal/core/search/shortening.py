"""What is left of a query of which nothing was found, once the words that stand in the way are left out."""

from django.db.models import Count, IntegerField, Value

from .analysis import is_stop_word, words_of
from .hits import Visible, visible_entries
from .understanding import WORDS_READ, understand


def shortened(text: str, kinds: dict[str, Visible]) -> str:
    """The text without the words that nothing visible holds, or without one; empty if that does not help."""
    words = [word for word in words_of(text)[:WORDS_READ] if not is_stop_word(word)]
    if len(words) < 2:
        return ""
    alone = _totals(words, kinds)
    known = [word for word in words if word in alone]
    rest = " ".join(known)
    if len(known) < len(words) and _totals([rest], kinds):
        return rest
    totals = _totals([" ".join(known[:at] + known[at + 1 :]) for at in reversed(range(len(known)))], kinds)
    return max(totals, key=totals.__getitem__, default="")


def _totals(texts: list[str], kinds: dict[str, Visible]) -> dict[str, int]:
    """How many visible entries answer each text, of those that any does; in one query."""
    counted = [
        visible_entries(kinds)
        .found(understand(text))
        .order_by()
        .annotate(number=Value(number, IntegerField()))
        .values("number")
        .annotate(total=Count("pk"))
        .values_list("number", "total")
        for number, text in enumerate(texts)
        if text
    ]
    if not counted:
        return {}
    return {texts[number]: total for number, total in counted[0].union(*counted[1:], all=True)}
