"""A link to a new password, mailed by the worker.

What is answered, and how fast, says nothing about who has an account.
"""

import secrets
from typing import Any

from allauth.account import app_settings
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from parkportal.core.mails import MailDraft
from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import carries_out, put

KIND = "new-password"


def ask_for_link(address: str) -> None:
    """Have a link mailed to every account with this address; there may be none."""
    put(KIND, secrets.token_hex(16), {"address": address, "language": get_language() or settings.LANGUAGE_CODE})


@carries_out(KIND)
def send_links(entry: OutboxEntry) -> None:
    """Mail the links, and forget who asked."""
    address, language = entry.payload["address"], entry.payload["language"]
    for user in filter_users_by_email(address, is_active=True, prefer_verified=True):
        if user.has_usable_password():
            mail_for(user, language).send()
    entry.payload = {}


def mail_for(user: Any, language: str) -> EmailMessage:
    """The mail with the link. It goes to the address of the account as it stands there, not as it was typed."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": token})
    context = {
        "user": user,
        "url": f"{settings.SITE_URL}{path}",
        "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
    }
    with override(language):
        subject = _("A new password")
    return MailDraft("signin/new_password_mail", subject, language, context).to(user.email)
