"""The forms by which visitors ask, and the pages after them."""

import re
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from education.models import Course, CourseRun, Partnership
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

RUN = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
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
    def run(self) -> CourseRun | None:
        """The run of the course that the address asks about, if there is such a run."""
        asked = self.request.GET.get("run", "")  # type: ignore[attr-defined]
        if not isinstance(self.record, Course) or not RUN.fullmatch(asked):
            return None
        run = self.record.runs.filter(uuid=asked).first()  # type: ignore[attr-defined]
        if run:
            run.course = self.record
        return run

    @property
    def asked_query(self) -> str:
        """What the page after the form needs to know of the run."""
        return f"?run={self.run.uuid}" if self.run else ""

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
        return str(self.run or self.record or site_frame().park.name)

    @property
    def subject_url(self) -> str:
        """Where that is."""
        if self.record is None:
            return f"/{current_language()}/"
        return f"{self.record.url}#run-{self.run.uuid}" if self.run else self.record.url

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
        return f"{reverse(f'ask-{self.kind or "park"}-sent', kwargs=self.kwargs)}{self.asked_query}"

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
