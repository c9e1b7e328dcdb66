"""Staff, one account for each role."""

from django.contrib.auth.models import Group, User
from django.test import Client

from parkportal.website.roles import ROLES

ADMINISTRATORS = "Administrators"
EVERY_ROLE = (*ROLES, ADMINISTRATORS)


def staff_user(role: str, name: str = "") -> User:
    """Somebody in a role."""
    username = name or role.lower().replace(" ", "-")
    if role == ADMINISTRATORS:
        return User.objects.create_superuser(username, f"{username}@example.org", "secret")
    user = User.objects.create_user(username, f"{username}@example.org", "secret")
    user.groups.add(Group.objects.get(name=role))
    return user


def logged_in(user: User) -> Client:
    """A browser in which somebody is logged in, in English."""
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(user)
    return client


def as_role(role: str) -> Client:
    """A browser of somebody in a role."""
    return logged_in(staff_user(role))
