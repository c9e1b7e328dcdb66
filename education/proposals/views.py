"""The addresses at which an event is proposed."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from parkportal.core.proposals import propose
from parkportal.core.public_forms import PublicFormView, SentView
from parkportal.core.record_urls import index_url

from ..models import Event, Internship
from .forms import ProposalForm
from .internship_form import InternshipForm
from .internship_kind import INTERNSHIP
from .kind import EVENT


class ProposeEventView(PublicFormView):
    """The form."""

    key = "event-proposal"
    form_class = ProposalForm
    success_url = reverse_lazy("event-proposed")

    def carry_out(self, form: ProposalForm) -> None:
        """Keep it for staff."""
        propose(EVENT, form.values(), form.proposer(), title=form.cleaned_data["name"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page says around the form."""
        return super().get_context_data(**kwargs) | {
            "heading": _("Propose an event"),
            "lead": _(
                "For organisations on the park and their partners. Staff look at it before it is in the calendar."
            ),
            "button": _("Propose the event"),
            "privacy": _(
                "Your name and e-mail address are for questions about this event and for our answer. They are not "
                "published, and erased half a year after we decided."
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
            "text": _("Staff read it within a few working days and answer by mail. Published, it is in the calendar."),
            "links": links,
        }


class ProposeInternshipView(PublicFormView):
    """The form for an internship."""

    key = "internship-proposal"
    form_class = InternshipForm
    success_url = reverse_lazy("internship-proposed")

    def carry_out(self, form: InternshipForm) -> None:
        """Keep it for staff."""
        propose(INTERNSHIP, form.values(), form.proposer(), title=form.cleaned_data["name"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page says around the form."""
        return super().get_context_data(**kwargs) | {
            "heading": _("Propose an internship"),
            "lead": _("For organisations in the directory. Staff look at it before it is on the site."),
            "button": _("Propose the internship"),
            "privacy": _(
                "Your name and e-mail address are for questions about this and for our answer. They are not "
                "published, and erased half a year after we decided."
            ),
        }


class InternshipProposedView(SentView):
    """Thanks."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What happens now."""
        url = index_url(Internship)
        return super().get_context_data(**kwargs) | {
            "heading": _("Thank you for your proposal"),
            "text": _("Staff read it within a few working days and answer by mail."),
            "links": [{"label": _("To the internships"), "url": url}] if url else [],
        }
