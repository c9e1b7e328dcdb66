"""The forms by which visitors report a mistake, and the pages after them."""

from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from parkportal.core.frame import Crumb
from parkportal.core.models import Origin, Record
from parkportal.core.proposals import Proposer, propose
from parkportal.core.public_forms import STANDARD_LIMITS, Limit, PublicFormView, SentView, by_field
from parkportal.core.public_forms.limits import DAY

from .forms import MistakeForm
from .kinds import ASKED, MISTAKES, RECORDS


class Reported:
    """The record at the address; 404 unless the public sees it."""

    kind: ClassVar[str] = ""
    kwargs: dict[str, Any]

    @cached_property
    def record(self) -> Record:
        """The record."""
        model = RECORDS[self.kind]
        record = model._default_manager.visible().filter(**{model.fallback_slug_column: self.kwargs["key"]}).first()
        if record is None or not record.url:
            raise Http404
        return record

    def own_context(self) -> dict[str, Any]:
        """The way back."""
        return {"breadcrumbs": [Crumb(str(self.record), self.record.url)]}


class MistakeView(Reported, PublicFormView):
    """Reports a mistake."""

    key = "mistake"
    form_class = MistakeForm
    limits = (*STANDARD_LIMITS, Limit(10, DAY, by_field("email")))

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the fields of what it is about."""
        own = {"record": self.record, "kind": MISTAKES[self.kind], "asked": ASKED.get(self.kind, ())}
        return super().get_form_kwargs() | own

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page says around the form."""
        own = {
            "heading": _("What isn't right about %(name)s?") % {"name": self.record},
            "lead": _("Park staff look at it. Nothing changes before that."),
            "button": _("Report it"),
            "privacy": _("We use your address to answer you and for nothing else, and erase it half a year later."),
        }
        return super().get_context_data(**self.own_context(), **own, **kwargs)

    def get_success_url(self) -> str:
        """The page that says what happens now."""
        return reverse(f"mistake-{self.kind}-sent", kwargs=self.kwargs)

    def carry_out(self, form: MistakeForm) -> None:
        """Keep it for staff."""
        proposer = Proposer(Origin.VISITOR, email=form.cleaned_data["email"])
        propose(MISTAKES[self.kind], form.values(), proposer, title=str(self.record), subject=self.record)


class MistakeSentView(Reported, SentView):
    """Thanks."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What happens now."""
        own = {
            "heading": _("Thank you, we look at it"),
            "text": _("Park staff read it within a few working days. If you left your address, you get an answer."),
            "links": [{"label": str(self.record), "url": self.record.url}],
        }
        return super().get_context_data(**self.own_context(), **own, **kwargs)
