"""Every address of the admin with its view and the arguments that it takes, read from the URL resolver."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

GROUP = re.compile(r"\(\?P<(\w+)>")
PREFIXES = ("cms/",)
SHORT = {"wagtailsnippets_": "", "wagtailsnippetchoosers_": "chooser "}


@dataclass(frozen=True)
class Address:
    """One address; ``model`` is what its view shows, where that is known."""

    name: str
    path: str
    view: Callable[..., Any]
    arguments: tuple[str, ...]
    model: type[Model] | None


def addresses() -> Iterator[Address]:
    """All of them. Add a prefix to take in more than the admin."""
    found = [each for each in _below(get_resolver().url_patterns, "", "", ()) if each.path.startswith(PREFIXES)]
    often = Counter(each.name for each in found)
    for each in found:
        yield replace(each, name=f"{each.name} [{','.join(each.arguments)}]") if often[each.name] > 1 else each


def _below(
    patterns: list[URLPattern | URLResolver], space: str, path: str, arguments: tuple[str, ...]
) -> Iterator[Address]:
    for pattern in patterns:
        here = f"{path}{pattern.pattern}"
        takes = (*arguments, *_arguments(pattern))
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _below(pattern.url_patterns, inner, here, takes)
        else:
            name = f"{space}{pattern.name}" if pattern.name else here
            for long, short in SHORT.items():
                name = name.replace(long, short)
            yield Address(name, here, pattern.callback, takes, _model(pattern.callback))


def _arguments(pattern: URLPattern | URLResolver) -> list[str]:
    converters = getattr(pattern.pattern, "converters", None)
    return [*converters] if converters else GROUP.findall(str(pattern.pattern))


def _model(view: Any) -> type[Model] | None:
    named = getattr(view, "view_initkwargs", {}).get("model")
    return named or getattr(getattr(view, "view_class", None), "model", None)
