"""The names of the directory, for the check before publishing. Staff write of drafts too."""

import re
from collections.abc import Iterator

from parkportal.core.checks.names import RegisteredName, registers_names
from parkportal.core.languages import in_every_language

from .models import Building, Facility, Organisation, OrganisationName, Person
from .models.organisation_name import NameKind

ABBREVIATION = re.compile(r" \([^()]+\)$")  # Behind a name, as in “Leids Universitair Medisch Centrum (LUMC)”.


@registers_names
def names_of_organisations() -> Iterator[RegisteredName]:
    """Every name that an organisation has or had, with the mistakes that are known of it."""
    mistakes: dict[int, list[str]] = {}
    for organisation, name, kind in OrganisationName.objects.values_list("organisation_id", "name", "kind"):
        if kind == NameKind.MISSPELLING:
            mistakes.setdefault(organisation, []).append(name)
        else:
            yield RegisteredName(name)
    for key, *names, legal_name in Organisation.objects.values_list("pk", *in_every_language("name"), "legal_name"):
        for name in dict.fromkeys(filter(None, [*names, legal_name])):
            yield RegisteredName(name, tuple(mistakes.pop(key, ())))
            if ABBREVIATION.search(name):
                yield RegisteredName(ABBREVIATION.sub("", name))


@registers_names
def names_of_places() -> Iterator[RegisteredName]:
    """Facilities with their abbreviations, and buildings."""
    columns = in_every_language("name")
    for names in (*Facility.objects.values_list(*columns, "abbreviation"), *Building.objects.values_list(*columns)):
        yield from map(RegisteredName, filter(None, names))


@registers_names
def names_of_people() -> Iterator[RegisteredName]:
    """People by their whole names."""
    for names in Person.objects.values_list("given_name", "infix", "family_name"):
        yield RegisteredName(" ".join(filter(None, names)))
