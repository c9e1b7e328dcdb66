"""The addresses at which an event is proposed."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from parkportal.core.public_forms import PublicFormView, SentView
from parkportal.core.record_urls import index_url

from ..models import Event
from .forms import ProposalForm
from .proposing import propose_event


class ProposeEventView(PublicFormView):
    """The form."""

    key = "event-proposal"
    form_class = ProposalForm
    success_url = reverse_lazy("event-proposed")

    def carry_out(self, form: ProposalForm) -> None:
        """Keep it for staff."""
        propose_event(form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page says around the form."""
        return super().get_context_data(**kwargs) | {
            "heading": _("Propose an event"),
            "lead": _(
                "For organisations on the park and their partners. Staff look at it before it is in the calendar."
            ),
            "button": _("Propose the event"),
            "privacy": _(
                "Your name and e-mail address are only for questions about this event. They are not published, and "
                "erased when the event is over, or after half a year if it is not published."
            ),
        }


class EventProposedView(SentView):
    """Thanks."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What happens now."""
        calendar = index_url(Event)
        links = [{"label": _("To the calendar"), "url": calendar}] if calendar else []
        return super().get_context_data(**kwargs) | {
            "heading": _("Thank you for your proposal"),
            "text": _("Staff read it within a few working days. Once they publish it, it stands in the calendar."),
            "links": links,
        }
