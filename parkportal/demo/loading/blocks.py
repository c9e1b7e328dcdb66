"""The demo content's body entries as the raw values of a StreamField."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from news.kept_figure import keep
from news.models import Figure
from organisations.models import Facility, Organisation

from .source import Entry, keyed


@dataclass
class BlockMaker:
    """Turns entries into blocks; pictures and figures by their keys in the data."""

    pictures: dict[str, Any]
    figures: dict[str, Any]

    def __post_init__(self) -> None:
        self.organisations = keyed(Organisation)
        self.facilities = keyed(Facility)

    def body(self, entries: list[Entry]) -> list[dict[str, Any]]:
        """The blocks as the database keeps them."""
        return [{"type": entry["type"], "value": self._value(entry)} for entry in entries]

    def _value(self, entry: Entry) -> Any:
        makers: dict[str, Callable[[Entry], Any]] = {
            "heading": lambda entry: entry["text"],
            "text": lambda entry: entry["html"],
            "quote": lambda entry: {key: entry.get(key, "") for key in QUOTE_FIELDS},
            "picture": lambda entry: {"image": self.pictures[entry["key"]].pk, "caption": "", "alt": ""},
            "question": lambda entry: {"question": entry["question"], "answer": entry["answer"], "speaker": ""},
            "callout": lambda entry: {"title": entry.get("title", ""), "text": entry["html"]},
            "timeline": lambda entry: [dict(item) for item in entry["items"]],
            "figure": lambda entry: kept(self.figures[entry["key"]]),
            "organisation": lambda entry: self.organisations[entry["slug"]].pk,
            "facility": lambda entry: self.facilities[entry["slug"]].pk,
        }
        return makers[entry["type"]](entry)


def kept(figure: Figure) -> dict[str, Any]:
    """A figure with the number that it has today."""
    return {"figure": figure.pk, "kept": str(keep(figure))}


QUOTE_FIELDS = ("text", "speaker", "role", "organisation", "original_language")
