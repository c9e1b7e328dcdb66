"""How allauth is used here: for staff only, by user name, with our words, our limits and our addresses."""

import time
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parkportal.core.public_forms import client_address

SECONDS_OF_TRUST = 300
WRONG_CODE = gettext_lazy("That code is not right, or it was used before. Wait for the next one and type that.")
DONE = {
    "mfa/messages/totp_activated.txt": gettext_lazy("Your app is connected."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("Your app is no longer connected."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("Your security key is added."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("Your security key is removed."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy("You have new recovery codes; the old ones are void."),
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in and out, and new passwords."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": gettext_lazy("User name and password do not belong together. Try again."),
        "incorrect_password": gettext_lazy("That is not your password. Try again."),
        "invalid_password_reset": gettext_lazy("This link does not work, or no longer. Ask for a new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Administrators make accounts; nobody makes one here."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: django-axes counts. allauth's own limit is by user name, by which a stranger could lock anybody."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """As the forms for everybody know it."""
        return str(client_address(request))

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say in our words what was done; that somebody has logged in they see."""
        if text := DONE.get(message_template or ""):
            messages.add_message(request, level, str(text))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: ``telling`` mails what the log of sign-ins notes, in our words."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not from whoever typed the password just now."""
        request = context.request
        records = get_authentication_records(request, request.user)
        latest = max((record["at"] for record in records), default=0)
        return bool(time.time() - latest > SECONDS_OF_TRUST)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Apps, security keys and recovery codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": gettext_lazy("This is your only second factor. Add another one first."),
    }

    def get_totp_issuer(self) -> str:
        """The site, as the app shows it."""
        return f"{settings.WAGTAIL_SITE_NAME} {self._host()}"

    def get_totp_label(self, user: Any) -> str:
        """The user name."""
        return str(user.get_username())

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """A name for a key that got none."""
        return _("Key %(number)s") % {"number": Authenticator.objects.filter(user=user, type=type).count() + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site by its own address, whatever host was asked."""
        return {"id": self._host(), "name": settings.WAGTAIL_SITE_NAME}

    @staticmethod
    def _host() -> str:
        return urlsplit(settings.SITE_URL).hostname or "localhost"
