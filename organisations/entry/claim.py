"""Somebody with a mail address of an organisation asks for the link to its entry.

The request of a visitor only writes an outbox entry, whatever the address: neither the answer nor its time tells
whether it is one of the organisation's. The worker looks.
"""

import uuid
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parkportal.core.frame import Crumb
from parkportal.core.languages import current_language
from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import carries_out, put
from parkportal.core.public_forms import (
    STANDARD_LIMITS,
    GuardedForm,
    Limit,
    MailboxField,
    PublicFormView,
    SentView,
    by_field,
)
from parkportal.core.public_forms.limits import DAY, counted, keyed_hash
from parkportal.core.visibility import is_published

from ..models import Organisation
from .access import ask_staff, send_link
from .domains import is_of, is_of_others

ASKED = "entry-claimed"


class ClaimForm(GuardedForm):
    """Where the link should go."""

    email = MailboxField(
        label=gettext_lazy("Your e-mail address at the organisation"),
        help_text=gettext_lazy("On the organisation's own domain. Gmail, Outlook and the like prove nothing."),
    )


class Claimed:
    """The organisation at the address; 404 unless the public sees it."""

    kwargs: dict[str, Any]

    @cached_property
    def record(self) -> Organisation:
        """The organisation."""
        key = {Organisation.fallback_slug_column: self.kwargs["key"]}
        record = Organisation.objects.visible().filter(**key).first()
        if record is None or not record.url:
            raise Http404
        return record

    def own_context(self) -> dict[str, Any]:
        """The way back."""
        return {"breadcrumbs": [Crumb(str(self.record), self.record.url)]}


class ClaimView(Claimed, PublicFormView):
    """Asks for the link."""

    key = ASKED
    form_class = ClaimForm
    limits = (*STANDARD_LIMITS, Limit(3, DAY, by_field("email")))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page says."""
        own = {
            "heading": _("Do you work at %(name)s?") % {"name": self.record},
            "lead": _("Then ask for the link to its entry: with it you say that it is right, or change it."),
            "button": _("Mail me the link"),
            "privacy": _(
                "We use your address to send the link and to answer what you do with it, and keep it for half a year "
                "after the link ended."
            ),
        }
        return super().get_context_data(**self.own_context(), **own, **kwargs)

    def get_success_url(self) -> str:
        """The same for every address."""
        return reverse("entry-claimed", kwargs=self.kwargs)

    def carry_out(self, form: ClaimForm) -> None:
        """Take it down."""
        data = {"organisation": self.record.pk, "email": form.cleaned_data["email"], "language": current_language()}
        put(ASKED, uuid.uuid4().hex, data)


class ClaimedView(Claimed, SentView):
    """What happens now."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Nothing that tells whether the address was right."""
        text = _(
            "If your address is on a domain of %(name)s, the link is in your mailbox in a few minutes. Where several "
            "organisations share a domain, park staff look first. If nothing comes in two working days, ask the park."
        )
        own = {
            "heading": _("We look at your address"),
            "text": text % {"name": self.record},
            "links": [{"label": str(self.record), "url": self.record.url}],
        }
        return super().get_context_data(**self.own_context(), **own, **kwargs)


@carries_out(ASKED)
def answer(entry: OutboxEntry) -> None:
    """Mail the link where the address is of the organisation alone, once a day at most; else staff decide."""
    asked, entry.payload = entry.payload, {}  # Entries are kept for a month; an address that was wrong is not.
    entry.save(update_fields=["payload"])
    organisation = Organisation.objects.filter(pk=asked.get("organisation")).first()
    if organisation is None or not is_published(organisation) or not is_of(asked["email"], organisation):
        return
    day = keyed_hash(ASKED, organisation.pk, asked["email"].casefold(), timezone.localdate())
    if not counted(day, 1, timezone.now() + DAY):
        return
    say = ask_staff if is_of_others(asked["email"], organisation) else send_link
    say(organisation, asked["email"], asked["language"])
