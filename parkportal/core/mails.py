"""Mails that the site writes, as plain text and HTML, in their reader's language."""

import uuid
from email.headerregistry import Address
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from .languages import current_language
from .visibility import visible_pages

NAMESPACE = uuid.UUID("6f0c1a52-8f4e-4b0a-9a53-0f8d6c1f7d11")


class MailDraft:
    """A mail without its reader, made of ``<template>.txt`` and ``<template>.html``."""

    def __init__(self, template: str, subject: str, language: str, context: dict[str, Any]) -> None:
        park = park_name(language)
        self.subject, self.sender = " ".join(subject.split()), sender(park)
        context = context | {"park": park, "language": language, "subject": self.subject, "site_url": settings.SITE_URL}
        with override(language):
            self.text, self.html = (render_to_string(f"{template}.{kind}", context) for kind in ("txt", "html"))

    def to(self, address: str, links: dict[str, str] | None = None) -> EmailMultiAlternatives:
        """To one reader; ``links`` stand in for the placeholders."""
        text, html = str(self.text), str(self.html)
        for placeholder, link in (links or {}).items():
            text, html = text.replace(placeholder, link), html.replace(placeholder, link)
        message = EmailMultiAlternatives(
            subject=self.subject,
            body=text,
            from_email=self.sender,
            to=[address],
            headers={"Auto-Submitted": "auto-generated"},
        )
        message.attach_alternative(html, "text/html")
        return message


def language_of(user: Any) -> str:
    """The language in which somebody of the staff wants the admin, and mails."""
    profile = getattr(user, "wagtail_userprofile", None)
    return str(profile.get_preferred_language()) if profile else current_language()


def message_id(about: str) -> str:
    """The same each time, so that who gets a mail twice in spite of all sees one."""
    return f"<{uuid.uuid5(NAMESPACE, about)}@{own_host()}>"


def sender(park: str) -> str:
    """The site's address under the park's name, unless the settings give it a name."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return settings.DEFAULT_FROM_EMAIL if name else str(Address(display_name=park, addr_spec=address))


def park_name(language: str) -> str:
    """The title of the home page in a language, as feeds have it."""
    title = visible_pages().filter(depth=2, locale__language_code=language).values_list("title", flat=True).first()
    return " ".join(title.split()) if title else own_host()


def own_host() -> str:
    """The site's host without a port."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"
