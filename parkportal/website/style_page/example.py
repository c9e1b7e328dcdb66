"""Example data from a TOML file, in one language, as templates read it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.safestring import mark_safe

from parkportal.core.languages import LANGUAGE_CODES, current_language

REFERENCE = "@"
type Things = Mapping[str, Callable[[], Any]]


class Example(dict[str, Any]):
    """A record that exists only here: its fields are keys and attributes, its name is how it is written."""

    def __getattr__(self, name: str) -> Any:
        if name in self:
            return self[name]
        field, _, language = name.rpartition("_")
        if language in LANGUAGE_CODES and not name.startswith("__"):
            return self.get(field, "") if language == current_language() else ""
        raise AttributeError(name)

    def __str__(self) -> str:
        return str(self.get("name", ""))


def in_language(value: Any, language: str, things: Things) -> Any:
    """The data with the texts of one language; ``@name`` becomes a thing that no file can hold, such as a plan."""
    match value:
        case dict() if value.keys() == set(LANGUAGE_CODES):
            return in_language(value[language], language, things)
        case dict():
            return Example({key: in_language(each, language, things) for key, each in value.items()})
        case list():
            return [in_language(each, language, things) for each in value]
        case str() if value.startswith(REFERENCE):
            return things[value.removeprefix(REFERENCE)]()
        case str() if value.startswith("<"):
            return mark_safe(value)  # noqa: S308 -- written by us, in the files of this folder.
        case _:
            return value
