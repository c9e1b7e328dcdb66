"""The park's own name, for the check before publishing."""

from collections.abc import Iterator

from parkportal.core.checks.names import RegisteredName, registers_names

from .models import ParkSettings


@registers_names
def names_of_the_park() -> Iterator[RegisteredName]:
    """As the settings have it."""
    park = ParkSettings.load()
    yield RegisteredName(park.name, strict=True)
    yield from [RegisteredName(park.abbreviation)] if park.abbreviation else []
