"""Browsers in which somebody signed in before. Others cannot lock them out, from whatever network.

OWASP calls them device cookies: a signed note of the account, kept for the admin's addresses only.
"""

import datetime
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from parkportal.core.middleware import STAFF_PREFIX
from parkportal.core.models import SubmissionCount
from parkportal.core.public_forms.limits import counted, keyed_hash

from .names import plain

COOKIE, SALT = "known_device", "parkportal.website.signin.devices"
KEPT = datetime.timedelta(days=90)
SPAN = datetime.timedelta(hours=1)
MOST = 10


def remember_device(response: HttpResponse, user: Any) -> None:
    """Let this browser be known as one of somebody's."""
    note = signing.dumps([plain(user.get_username()), timezone.now().timestamp()], salt=SALT)
    response.set_cookie(
        COOKIE,
        note,
        max_age=KEPT,
        path=STAFF_PREFIX,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def is_known(request: HttpRequest, name: Any) -> bool:
    """Whether somebody of that name signed in here before."""
    try:
        known, _since = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT)
    except (signing.BadSignature, TypeError, ValueError):
        return False
    return bool(known == plain(name))


def may_still_try(request: HttpRequest, credentials: dict[str, Any] | None) -> bool:
    """Whether this is a known browser in which there were not too many failures in this hour."""
    if not is_known(request, (credentials or {}).get("username")):
        return False
    count = SubmissionCount.objects.filter(pk=_key(request)).first()
    return count is None or count.total < MOST


def count_failure(request: HttpRequest) -> None:
    """Count one more failure in a known browser."""
    counted(_key(request), MOST, _this_hour() + SPAN)


def _key(request: HttpRequest) -> str:
    return keyed_hash("known device", request.COOKIES.get(COOKIE, ""), _this_hour())


def _this_hour() -> datetime.datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0)
