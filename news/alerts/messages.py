"""The mails, as plain text and HTML, in their reader's language."""

from django.core.mail import EmailMultiAlternatives
from django.utils.translation import gettext as _
from django.utils.translation import override

from parkportal.core import mails
from parkportal.core.mails import MailDraft, own_host

from ..models import AlertDelivery, AlertSubscription, Article
from .links import link
from .tokens import Purpose

MANAGE_URL, UNSUBSCRIBE_URL = "https://manage.invalid/", "https://unsubscribe.invalid/"  # Until the reader is known.


class AlertMail:
    """The mail about an article, in the article's language: written once, addressed to many."""

    def __init__(self, article: Article) -> None:
        self.about, self.language = article.stable_id, article.locale.language_code
        context = {"article": article, "manage_url": MANAGE_URL, "unsubscribe_url": UNSUBSCRIBE_URL}
        self.draft = MailDraft("news/mail/alert", article.title, self.language, context)

    def to(self, subscription: AlertSubscription) -> EmailMultiAlternatives:
        """The mail to one reader, with links of his or her own."""
        manage, unsubscribe = (
            link(subscription, purpose, self.language) for purpose in (Purpose.MANAGE, Purpose.UNSUBSCRIBE)
        )
        message = self.draft.to(subscription.address, {MANAGE_URL: manage, UNSUBSCRIBE_URL: unsubscribe})
        message.extra_headers |= {
            "Message-ID": message_id(self.about, subscription),
            "List-Unsubscribe": f"<{unsubscribe}>",  # RFC 8058.
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "List-Id": f"<alerts.{own_host()}>",
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
    name = "settings" if confirmed else "confirm"
    message = MailDraft(f"news/mail/{name}", subject, language, context).to(subscription.address)
    message.extra_headers["Message-ID"] = message_id(str(delivery.pk), subscription)
    return message


def message_id(about: str, subscription: AlertSubscription) -> str:
    """The same each time, so that who gets a mail twice in spite of all sees one."""
    return mails.message_id(f"{about} {subscription.uuid}")
