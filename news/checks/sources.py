"""Whether a passage says who says so."""

from parkportal.core.checks.passages import Passage

from .wording import wording


def has_source(passage: Passage) -> bool:
    """Somebody is quoted, somebody is named as the source, or a link leads to it."""
    return passage.is_quoted or bool(passage.links) or bool(wording(passage.language).source.search(passage.text))
