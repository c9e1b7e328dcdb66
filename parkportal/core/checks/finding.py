from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Severity(StrEnum):
    """An error keeps the page from being published; a warning explains, and the author decides."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def label(self) -> str:
        """In words."""
        return str(LABELS[self])


LABELS = {Severity.ERROR: _("Put right before publishing"), Severity.WARNING: _("Look at this")}


@dataclass(frozen=True)
class Place:
    """Where in the form something stands.

    ``path`` is the name of a field or the id of a block, which the admin has as ``data-contentpath``.
    """

    label: str
    path: str


@dataclass(frozen=True)
class Finding:
    """What an author should know, in the author's language."""

    rule: str
    severity: Severity
    message: str
    place: Place | None = None

    @property
    def sentence(self) -> str:
        """The message with its place, for where nothing can be pressed."""
        return f"{self.place.label}: {self.message}" if self.place else self.message


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, each once."""
    return sorted(dict.fromkeys(findings), key=lambda finding: finding.severity is not Severity.ERROR)
