"""The pages that mails lead to. Their token is their only key: no cookie, no log-in, and nothing happens by a GET."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from parkportal.core.languages import current_language

from ..models import AlertSubscription
from . import subscribing
from .choices import Choices
from .forms import ChoicesForm, as_initial, in_words
from .links import path
from .tokens import Purpose, key_in, subscription_of

View = Callable[[HttpRequest, str], HttpResponse]
PRIVATE = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


def personal(view: View) -> View:
    """A page whose address is a secret: kept nowhere, told nobody. Without the token no other site can forge a POST."""

    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        response = view(request, token)
        for name, value in PRIVATE.items():
            response.headers[name] = value
        return response

    return guarded


@personal
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Asks whether the owner of the address means it; a POST says yes."""
    subscription = subscription_of(token, Purpose.CONFIRM)
    if request.method == "POST":
        subscribing.confirm(subscription)
        subscription.refresh_from_db()
    return _page(request, "confirmed" if subscription.is_confirmed else "confirm", subscription)


@personal
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """Shows what somebody gets; a POST changes it, or erases the address."""
    subscription = subscription_of(token, Purpose.MANAGE)
    had = Choices.of(subscription)
    if request.method != "POST":
        form = ChoicesForm(initial=as_initial(had), kept=had.subjects)
        return _page(request, "manage", subscription, form=form)
    if "erase" in request.POST:
        subscribing.erase(subscription.uuid)
        return _page(request, "unsubscribed", None)
    form = ChoicesForm(request.POST, kept=had.subjects)
    if not form.is_valid():
        return _page(request, "manage", subscription, status=422, form=form)
    form.chosen().set_on(subscription)
    return _page(request, "manage", subscription, form=form, saved=True)


@personal
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Shows a button; a POST unsubscribes, be it by that button or by a mail program (RFC 8058)."""
    key = key_in(token, Purpose.UNSUBSCRIBE)
    if request.method == "POST":
        subscribing.erase(key)
    subscription = AlertSubscription.objects.filter(uuid=key).first()
    return _page(request, "unsubscribe" if subscription else "unsubscribed", subscription)


def _page(
    request: HttpRequest, name: str, subscription: AlertSubscription | None, *, status: int = 200, **context: Any
) -> TemplateResponse:
    if subscription:
        context |= {
            "subscription": subscription,
            "choices": in_words(Choices.of(subscription)),
            "manage_url": path(subscription, Purpose.MANAGE, current_language()),
        }
    return TemplateResponse(request, f"news/alerts/{name}.html", context, status=status)
