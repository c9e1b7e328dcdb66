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

MANAGE_URL, UNSUBSCRIBE_URL = "https://manage.invalid/", "https://unsubscribe.invalid/"  # Until the reader is known.
NAMESPACE = uuid.UUID("6f0c1a52-8f4e-4b0a-9a53-0f8d6c1f7d11")


class AlertMail:
    """The mail about an article, in the article's language: written once, addressed to many."""

    def __init__(self, article: Article) -> None:
        self.about, self.language = article.stable_id, article.locale.language_code
        context = {"article": article, "manage_url": MANAGE_URL, "unsubscribe_url": UNSUBSCRIBE_URL}
        with override(self.language):
            self.draft = _Draft("alert", article.title, self.language, context)

    def to(self, subscription: AlertSubscription) -> EmailMultiAlternatives:
        """The mail to one reader, with links of his or her own."""
        manage, unsubscribe = (
            link(subscription, purpose, self.language) for purpose in (Purpose.MANAGE, Purpose.UNSUBSCRIBE)
        )
        message = self.draft.to(subscription, {MANAGE_URL: manage, UNSUBSCRIBE_URL: unsubscribe})
        message.extra_headers |= {
            "Message-ID": message_id(self.about, subscription),
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
        message = _Draft("settings" if confirmed else "confirm", subject, language, context).to(subscription, {})
    message.extra_headers["Message-ID"] = message_id(str(delivery.pk), subscription)
    return message


def message_id(about: str, subscription: AlertSubscription) -> str:
    """The same each time, so that who gets a mail twice in spite of all sees one."""
    return f"<{uuid.uuid5(NAMESPACE, f'{about} {subscription.uuid}')}@{_host()}>"


class _Draft:
    """A rendered mail without its reader."""

    def __init__(self, name: str, subject: str, language: str, context: dict[str, Any]) -> None:
        park = park_name(language)
        context = context | {"park": park, "language": language, "subject": subject}
        self.subject, self.sender = " ".join(subject.split()), sender(park)
        self.text, self.html = (render_to_string(f"news/mail/{name}.{kind}", context) for kind in ("txt", "html"))

    def to(self, subscription: AlertSubscription, links: dict[str, str]) -> EmailMultiAlternatives:
        """To one reader; ``links`` stand in for the placeholders."""
        text, html = str(self.text), str(self.html)
        for placeholder, address in links.items():
            text, html = text.replace(placeholder, address), html.replace(placeholder, address)
        message = EmailMultiAlternatives(
            subject=self.subject,
            body=text,
            from_email=self.sender,
            to=[subscription.address],
            headers={"Auto-Submitted": "auto-generated"},
        )
        message.attach_alternative(html, "text/html")
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
