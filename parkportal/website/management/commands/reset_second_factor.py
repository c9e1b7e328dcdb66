"""Takes somebody's second factors away who lost them all: see docs/deploying.md."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser

from parkportal.website.models import SignIn
from parkportal.website.signin.sessions import end_sessions


class Command(BaseCommand):
    """The next log-in asks for the password and then lets a new second factor be chosen."""

    help = "Removes every second factor of an account and ends its sessions."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose."""
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove them and note it."""
        user = get_user_model().objects.filter(username__iexact=options["username"]).first()
        if user is None:
            raise CommandError(f"No account is called {options['username']}.")
        _all, by_model = Authenticator.objects.filter(user=user).delete()
        sessions = end_sessions(user)
        SignIn.objects.create(account=user, event=SignIn.Event.FACTOR_RESET, network="")
        self.stdout.write(f"Removed {by_model.get('mfa.Authenticator', 0)} second factors, ended {sessions} sessions.")
