"""Sessions end: some time after the last request, and some time after the sign-in whatever happens."""

import time
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from parkportal.core.middleware import STAFF_PREFIX, GetResponse

from .devices import remember_device

BEGAN, SEEN = "signed_in_at", "seen_at"
SECONDS_BETWEEN_NOTES = 60
# An open window asks there by itself: that is no sign of anybody being there.
BY_ITSELF = f"{STAFF_PREFIX}editing-sessions/"


class EndingSessionsMiddleware:
    """Ends sessions that are over. A request without a session is left alone, so that caches may keep its answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            if _is_over(request.session):
                logout(request)
                messages.info(request, _("Your session has ended. Log in again to go on."))
            elif not request.path.startswith(BY_ITSELF):
                _note_presence(request.session)
        response = self.get_response(request)
        if getattr(request, "just_signed_in", None):
            remember_device(response, request.user)
        return response


def _is_over(session: Any) -> bool:
    now = time.time()
    longest = settings.SESSION_LONGEST_HOURS * 3600
    idle = settings.SESSION_IDLE_MINUTES * 60
    return now - session.get(BEGAN, 0) > longest or now - session.get(SEEN, 0) > idle


def _note_presence(session: Any) -> None:
    now = time.time()
    if now - session[SEEN] > SECONDS_BETWEEN_NOTES:
        session[SEEN] = now


@receiver(user_logged_in)
def begin_session(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """The clock of the session starts, and the browser becomes a known one."""
    request.session[BEGAN] = request.session[SEEN] = time.time()
    request.just_signed_in = True  # type: ignore[attr-defined]


def end_sessions(user: Any) -> int:
    """End every session of somebody; gives how many."""
    own = [
        session.pk
        for session in Session.objects.iterator()
        if session.get_decoded().get("_auth_user_id") == str(user.pk)
    ]
    return Session.objects.filter(pk__in=own).delete()[0]
