"""Organisations that keep their own entry."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client

from organisations.entry.links import new_link, path_of
from organisations.models import EntryLink, Organisation
from organisations.models.entry_link import Occasion
from organisations.models.organisation import OrganisationContact
from parkportal.website.roles import DIRECTORY_MANAGERS, make_roles
from tests.public_forms import hidden_fields, send

from .organisations import OrganisationFactory


def organisation_with_contact(email: str = "info@example.org", languages: str = "nl", **names: Any) -> Organisation:
    """An organisation on the park that can be asked, published with a revision."""
    organisation: Organisation = OrganisationFactory(**names)  # type: ignore[assignment]
    organisation.contacts = [OrganisationContact(email=email, phone="071 123 45 67", languages=languages)]
    organisation.save()
    organisation.save_revision(clean=False).publish()
    organisation.refresh_from_db()
    return organisation


def link_for(organisation: Organisation, **changes: Any) -> EntryLink:
    """A link to its entry."""
    link = new_link(organisation, "info@example.org", "en", Occasion.ROUND)
    for name, value in changes.items():
        setattr(link, name, value)
    link.save()
    return link


def change_form(client: Client, link: EntryLink, changes: dict[str, Any], *, language: str = "en") -> Any:
    """Send the form for changes with all its fields, as a browser does."""
    path = path_of(link, "entry-change", language)
    page = client.get(path)
    form = page.context["form"]
    filled = {name: form[name].value() for name in form.fields if name not in ("logo", "web_page")}
    given = {name: value for name, value in filled.items() if value not in (None, False)}
    return send(client, path, given | hidden_fields(page) | changes)


def directory_manager() -> User:
    """Somebody who may publish records and has a mailbox."""
    make_roles()
    user = User.objects.create_user("manager", "manager@example.org")
    user.groups.add(Group.objects.get(name=DIRECTORY_MANAGERS))
    return user


def logged_in(user: User) -> Client:
    """The browser of a member of staff."""
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(user)
    return client
