"""The names of partnerships, for the check before publishing."""

from collections.abc import Iterator

from parkportal.core.checks.names import RegisteredName, registers_names
from parkportal.core.languages import in_every_language

from .models import Partnership


@registers_names
def names_of_partnerships() -> Iterator[RegisteredName]:
    """Partnerships with their abbreviations."""
    for names in Partnership.objects.values_list(*in_every_language("name"), "abbreviation"):
        yield from map(RegisteredName, filter(None, names))
