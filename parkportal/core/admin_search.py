"""The admin's search as Wagtail has it on a database; on SQLite too, a quotation mark is a sign like any other."""

from typing import Any

from django.db import connection
from modelsearch.query import Phrase, PlainText
from wagtail.search.backends import database

NOTHING = "-"  # A word that no index holds.


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 -- the name that Wagtail looks for.
    """The backend of this database; SQLite's would end its own quotation at that of the visitor, and fail."""
    backend = database.SearchBackend(params)
    if connection.vendor == "sqlite":
        backend.query_compiler_class = without_quotes(backend.query_compiler_class)
        backend.autocomplete_query_compiler_class = without_quotes(backend.autocomplete_query_compiler_class)
    return backend


def without_quotes(compiler: Any) -> Any:
    """The compiler of queries, for which words are words."""

    class Compiler(compiler):  # type: ignore[misc]
        def build_search_query_content(self, query: Any, config: str | None = None) -> Any:
            if isinstance(query, PlainText | Phrase):
                words = query.query_string.replace('"', " ").split()
                query = PlainText(" ".join(words) or NOTHING, getattr(query, "operator", PlainText.DEFAULT_OPERATOR))
            return super().build_search_query_content(query, config=config)

    return Compiler
