"""The pages that name a role or a person, which are renewed when either changes."""

from collections.abc import Iterable

from parkportal.core.cache_refresh import names, urls_in_every_language, urls_naming
from parkportal.core.languages import LANGUAGE_CODES
from parkportal.core.record_urls import index_url

from .models import Person, Role


@names(Role)
def profiles_with_role(role: Role) -> Iterable[str]:
    """The profile of the organisation, and the person's page."""
    if role.organisation:
        yield from urls_in_every_language(role.organisation)
    yield from urls_in_every_language(role.person)


@names(Person)
def pages_with_person(person: Person) -> Iterable[str]:
    """The page, also when it was just taken away, and what names one of the roles."""
    yield from (f"{parent}{person.slug}/" for code in LANGUAGE_CODES if (parent := index_url(Person, code)))
    for role in person.roles.select_related("organisation"):  # type: ignore[attr-defined]
        yield from urls_naming(role)
