"""No door of the admin opens to a password alone where ``SECOND_FACTOR`` is on."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_used
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from parkportal.core.middleware import STAFF_PREFIX, GetResponse

MARK = "second_factor"
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# What somebody needs who has yet to choose a second factor, by the names of addresses.
ENROLMENT = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "wagtailadmin_logout",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
}


class SecondFactorMiddleware:
    """Whoever has shown a password but no second factor is nobody, and in the admin is led to where one is chosen."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Let through whoever has shown it. A request without a session is nobody's and is left alone."""
        if not settings.SECOND_FACTOR or settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        user = request.user
        if not user.is_authenticated or request.session.get(MARK, [""])[0] == str(user.pk):
            return None
        if not request.path.startswith(STAFF_PREFIX):
            request.user = AnonymousUser()
            return None
        return self._refused(request, user)

    def _refused(self, request: HttpRequest, user: Any) -> HttpResponse | None:
        if is_mfa_enabled(user, FACTORS):  # The session comes from where no second factor was asked for.
            logout(request)
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        if request.resolver_match and request.resolver_match.view_name in ENROLMENT:
            return None
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            raise PermissionDenied
        return redirect("mfa_index")


def shown_factor(request: HttpRequest, user: Any) -> str:
    """Which second factor somebody has shown in this session."""
    session = getattr(request, "session", None)
    key, factor = (session.get(MARK) if session is not None else None) or ("", "")
    return factor if user is not None and key == str(user.pk) else ""


@receiver([authenticator_used, authenticator_added])
def mark_session(request: HttpRequest, user: Any, authenticator: Any, **kwargs: Any) -> None:
    """The session knows that somebody has shown a second factor, or chose one just now."""
    request.session[MARK] = [str(user.pk), str(authenticator.type)]


@receiver(authenticator_removed)
def unmark_session(request: HttpRequest, user: Any, **kwargs: Any) -> None:
    """Without any second factor left, one has to be chosen again."""
    if not is_mfa_enabled(user, FACTORS):
        request.session.pop(MARK, None)
