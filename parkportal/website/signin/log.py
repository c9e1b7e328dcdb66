"""The log of sign-ins: what is noted, and for how long."""

import datetime
from typing import Any

from allauth.account.signals import password_reset
from allauth.mfa import signals
from django.conf import settings
from django.contrib.auth import get_user_model
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from parkportal.core.public_forms import client_address, network_of
from parkportal.core.retention import forgets

from ..models import SignIn
from .names import plain

BROWSER_LENGTH = SignIn._meta.get_field("browser").max_length


def note(request: HttpRequest, event: SignIn.Event, *, user: Any = None, name: Any = "", factor: str = "") -> None:
    """Write down what happened. Of an unknown account only that it was one: the name may be a password."""
    if user is None and name:
        user = get_user_model().objects.filter(username__iexact=plain(name)).first()
    SignIn.objects.create(
        account=user,
        event=event,
        factor=factor or _factor_of(request, user),
        network=str(network_of(client_address(request))),
        browser=request.headers.get("User-Agent", "")[:BROWSER_LENGTH],
    )


def _factor_of(request: HttpRequest, user: Any) -> str:
    """Which second factor was shown in this session."""
    from .second_factor import shown_factor  # It writes into the log.

    return shown_factor(request, user)


@receiver(signals.authentication_failed)
def note_wrong_code(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """The password was right, the code was not."""
    note(request, SignIn.Event.WRONG_CODE, user=user)


@receiver(signals.authenticator_added)
def note_added(request: HttpRequest, user: Any, authenticator: Any, **kwargs: Any) -> None:
    """A second factor more."""
    note(request, SignIn.Event.FACTOR_ADDED, user=user, factor=authenticator.type)


@receiver(signals.authenticator_removed)
def note_removed(request: HttpRequest, user: Any, authenticator: Any, **kwargs: Any) -> None:
    """A second factor less."""
    note(request, SignIn.Event.FACTOR_REMOVED, user=user, factor=authenticator.type)


@receiver(signals.authenticator_reset)
def note_new_codes(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Other recovery codes than before."""
    note(request, SignIn.Event.NEW_CODES, user=user, factor=SignIn.Factor.RECOVERY_CODES)


@receiver(password_reset)
def note_new_password(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """A new password by a link that was mailed."""
    note(request, SignIn.Event.NEW_PASSWORD, user=user)


@forgets
def old_sign_ins() -> int:
    """What is in the log for long enough."""
    since = timezone.now() - datetime.timedelta(days=settings.SIGN_INS_KEPT_DAYS)
    return SignIn.objects.filter(at__lt=since).delete()[0]
