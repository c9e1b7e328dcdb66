"""The mails, as plain text and HTML, in their reader's language."""

import uuid
from email.headerregistry import Address
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from parkportal.core.visibility import visible_pages

from ..models import AlertDelivery, AlertSubscription, Article
from .links import link
from .tokens import Purpose

NAMESPACE = uuid.UUID("6f0c1a52-8f4e-4b0a-9a53-0f8d6c1f7d11")


def alert_message(delivery: AlertDelivery, article: Article) -> EmailMultiAlternatives:
    """The mail about an article, in the article's language."""
    subscription, language = delivery.subscription, article.locale.language_code
    with override(language):
        unsubscribe = link(subscription, Purpose.UNSUBSCRIBE, language)
        context = {
            "article": article,
            "manage_url": link(subscription, Purpose.MANAGE, language),
            "unsubscribe_url": unsubscribe,
        }
        message = _message("alert", article.title, subscription, language, context)
    message.extra_headers |= {
        "Message-ID": message_id(article.stable_id, subscription),
        "List-Unsubscribe": f"<{unsubscribe}>",  # RFC 8058.
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Id": f"<alerts.{_host()}>",
        "Precedence": "bulk",
    }
    return message


def message_about_subscription(delivery: AlertDelivery) -> EmailMultiAlternatives:
    """The mail that asks for confirmation, or tells who is subscribed already where the settings are."""
    subscription = delivery.subscription
    language = subscription.language
    confirmed = subscription.is_confirmed
    purpose = Purpose.MANAGE if confirmed else Purpose.CONFIRM
    with override(language):
        subject = _("You already get our news") if confirmed else _("Confirm that you want our news")
        context = {"url": link(subscription, purpose, language)}
        message = _message("settings" if confirmed else "confirm", subject, subscription, language, context)
    message.extra_headers["Message-ID"] = message_id(str(delivery.pk), subscription)
    return message


def message_id(about: str, subscription: AlertSubscription) -> str:
    """The same each time, so that who gets a mail twice in spite of all sees one."""
    return f"<{uuid.uuid5(NAMESPACE, f'{about} {subscription.uuid}')}@{_host()}>"


def _message(
    name: str, subject: str, subscription: AlertSubscription, language: str, context: dict[str, Any]
) -> EmailMultiAlternatives:
    park = park_name(language)
    context |= {"park": park, "language": language, "subject": subject}
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(f"news/mail/{name}.txt", context),
        from_email=sender(park),
        to=[subscription.address],
        headers={"Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string(f"news/mail/{name}.html", context), "text/html")
    return message


def sender(park: str) -> str:
    """The site's address under the park's name, unless the settings give it a name."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return settings.DEFAULT_FROM_EMAIL if name else str(Address(display_name=park, addr_spec=address))


def park_name(language: str) -> str:
    """The title of the home page in a language, as feeds have it."""
    home = visible_pages().filter(depth=2, locale__language_code=language).first()
    return " ".join(home.title.split()) if home else _host()


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
