"""The forms by which visitors ask, and the pages after them."""

from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from education.models import Course, Partnership
from organisations.models import Facility, Organisation
from parkportal.core.frame import Crumb
from parkportal.core.languages import current_language
from parkportal.core.models import Record
from parkportal.core.public_forms import PublicFormView, SentView
from parkportal.core.record_urls import absolute

from ..models import Enquiry
from ..site_frame import site_frame
from .delivery import DAYS_KEPT, ask
from .forms import EnquiryForm
from .recipients import Recipient, recipient_for

KINDS: dict[str, type[Record]] = {
    "facility": Facility,
    "course": Course,
    "partnership": Partnership,
    "organisation": Organisation,
}


class Asked:
    """What a question is about: the record at the address, else the park; 404 where nobody would answer."""

    kind: ClassVar[str] = ""

    @cached_property
    def record(self) -> Record | None:
        """The record that the public may see."""
        if not self.kind:
            return None
        model = KINDS[self.kind]
        key = {model.fallback_slug_column: self.kwargs["key"]}  # type: ignore[attr-defined]
        record = model._default_manager.visible().filter(**key).first()
        if record is None or not record.url:
            raise Http404
        return record

    @cached_property
    def recipient(self) -> Recipient:
        """Who answers."""
        recipient = recipient_for(self.record)
        if recipient is None:
            raise Http404
        return recipient

    @property
    def subject(self) -> str:
        """What it is about, by name."""
        return str(self.record or site_frame().park.name)

    @property
    def subject_url(self) -> str:
        """Where that is."""
        return self.record.url if self.record else f"/{current_language()}/"

    @property
    def crumbs(self) -> list[Crumb]:
        """The way back."""
        return [Crumb(self.subject, self.subject_url)]


class AskView(Asked, PublicFormView):
    """Asks a question."""

    key = "enquiry"
    form_class = EnquiryForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What it is about, who answers, and what happens with what is filled in."""
        privacy = _(
            "We send your question by e-mail to %(who)s. Park staff keep a copy for %(days)s days; then it is erased. "
            "Your address serves to answer you and for nothing else."
        ) % {"who": self.recipient.name, "days": DAYS_KEPT}
        own = {
            "heading": _("Ask about %(name)s") % {"name": self.subject},
            "button": _("Send the question"),
            "privacy": privacy,
            "breadcrumbs": self.crumbs,
        }
        return super().get_context_data(**own, **kwargs)

    def get_success_url(self) -> str:
        """The page that says what happens now."""
        return reverse(f"ask-{self.kind or 'park'}-sent", kwargs=self.kwargs)

    def carry_out(self, form: EnquiryForm) -> None:
        """Keep the question and have it sent."""
        data = form.cleaned_data
        ask(
            Enquiry(
                about=self.subject,
                about_url=absolute(self.subject_url),
                sender_name=data["name"],
                sender_email=data["email"],
                sender_organisation=data["organisation"],
                message=data["message"],
                language=current_language(),
                recipient_name=self.recipient.name,
                recipient_email=self.recipient.email,
                recipient_language=self.recipient.language,
            )
        )


class AskedView(Asked, SentView):
    """Says what happens with the question. The sender gets no copy: it could be sent to anybody in anybody's name."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Who answers, and the way back."""
        text = _(
            "It goes by e-mail to %(who)s, who will answer at the address that you filled in. "
            "You get no mail from us in between."
        )
        own = {
            "heading": _("Your question is on its way"),
            "text": text % {"who": self.recipient.name},
            "links": [{"label": self.subject, "url": self.subject_url}],
            "breadcrumbs": self.crumbs,
        }
        return super().get_context_data(**own, **kwargs)
