"""Personal links, in one language."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from ..models import AlertSubscription
from .tokens import Purpose, token


def path(subscription: AlertSubscription, purpose: Purpose, language: str) -> str:
    """A personal link within the site."""
    with override(language):
        return reverse(f"alerts-{purpose}", args=[token(subscription, purpose)])


def link(subscription: AlertSubscription, purpose: Purpose, language: str) -> str:
    """A personal link with the site's own host, for a mail."""
    return f"{settings.SITE_URL}{path(subscription, purpose, language)}"
