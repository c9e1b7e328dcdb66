"""Asking an address as somebody, and whether the answer lets in."""

from collections.abc import Iterable
from typing import Any

import pytest
from allauth.core import context
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.cache import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from wagtail.models import Page, PreviewableMixin

from parkportal.website.signin.adapter import AccountAdapter

from .addresses import Address

DOORS = ("/cms/", "/cms/login/")
NOT_ALLOWED = 405


class Inside(BaseException):
    """The view has begun to gather what it shows: it lets in."""


def stop_at_the_door(monkeypatch: pytest.MonkeyPatch, all_addresses: Iterable[Address]) -> None:
    """Views go no further than the door: to gather and draw what they show takes nearly all of the time."""

    def inside(*args: Any, **kwargs: Any) -> None:
        raise Inside

    for address in all_addresses:
        kind = getattr(address.view, "view_class", None)
        for name in ("get_context_data", "get_form"):
            if hasattr(kind, name):
                monkeypatch.setattr(kind, name, inside)
    monkeypatch.setattr(PreviewableMixin, "make_preview_request", inside)
    monkeypatch.setattr(Page, "make_preview_request", inside)
    monkeypatch.setattr(AccountAdapter, "is_reauthentication_required", lambda *args, **kwargs: False)


def lets_in(address: Address, path: str, arguments: dict[str, Any], user: Any) -> bool | str:
    """Whether somebody gets an answer there; whatever the address does is undone. Templates are not drawn."""
    try:
        answer = _asked("get", address, path, arguments, user)
        if answer is not None and answer.status_code == NOT_ALLOWED:
            answer = _asked("post", address, path, arguments, user)
    except Inside:
        return True
    except Exception as error:
        return repr(error)
    return answer is not None and not _is_refusal(answer, path)


def _asked(method: str, address: Address, path: str, arguments: dict[str, Any], user: Any) -> Any:
    request: Any = getattr(RequestFactory(), method)(f"{path}?limit=1")
    request.user = user or AnonymousUser()
    request.session = SessionStore()
    request._messages = CookieStorage(request)
    request._dont_enforce_csrf_checks = True
    with context.request_context(request), transaction.atomic():
        try:
            return address.view(request, **arguments)
        except (Http404, PermissionDenied, ReauthenticationRequired):
            return None
        finally:
            transaction.set_rollback(True)


def _is_refusal(answer: HttpResponse, path: str) -> bool:
    if answer.status_code in (403, 404):
        return True
    target = answer.headers.get("Location", "").partition("?")[0]
    return answer.status_code == 302 and target in DOORS and target != path
