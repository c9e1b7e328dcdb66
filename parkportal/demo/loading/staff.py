"""The demo's staff: one account for each role."""

from django.contrib.auth.models import Group, User

from parkportal.website.roles import DIRECTORY_MANAGERS, EDITORS, PRESS_OFFICERS, PUBLISHERS, TRANSLATORS

PASSWORD = "parkportal-demo"  # noqa: S105 -- printed for the visitor of the demo.
ACCOUNTS = {
    "editor": EDITORS,
    "publisher": PUBLISHERS,
    "translator": TRANSLATORS,
    "press": PRESS_OFFICERS,
    "directory": DIRECTORY_MANAGERS,
}
NAMES = {
    "admin": ("Bas", "Meester"),
    "editor": ("Eva", "Schrijver"),
    "publisher": ("Pieter", "Drukker"),
    "translator": ("Tom", "Taalman"),
    "press": ("Petra", "Woordvoerder"),
    "directory": ("Iris", "Wijzer"),
}


def load_staff() -> None:
    """An administrator, and an account in each group."""
    if not User.objects.filter(username="admin").exists():
        User.objects.create_superuser("admin", "admin@example.org", PASSWORD, **_name("admin"))
    for name, group in ACCOUNTS.items():
        details = {"email": f"{name}@example.org", **_name(name)}
        user, created = User.objects.get_or_create(username=name, defaults=details)
        if created:
            user.set_password(PASSWORD)
            user.save()
            user.groups.add(Group.objects.get(name=group))


def _name(account: str) -> dict[str, str]:
    first, last = NAMES[account]
    return {"first_name": first, "last_name": last}
