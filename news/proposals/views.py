"""The addresses at which news is proposed."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from parkportal.core.languages import current_language
from parkportal.core.proposals import propose
from parkportal.core.public_forms import PublicFormView, SentView
from parkportal.core.visibility import visible_pages

from ..models import NewsIndexPage
from .forms import NewsForm
from .kind import NEWS


class ProposeNewsView(PublicFormView):
    """The form."""

    key = "news-proposal"
    form_class = NewsForm
    success_url = reverse_lazy("news-proposed")

    def carry_out(self, form: NewsForm) -> None:
        """Keep it for staff."""
        propose(NEWS, form.values(), form.proposer(), title=form.cleaned_data["title"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page says around the form."""
        return super().get_context_data(**kwargs) | {
            "heading": _("Propose news"),
            "lead": _("For organisations on the park and their partners. The editors decide, and may shorten it."),
            "button": _("Propose the news"),
            "privacy": _(
                "Your name and e-mail address are for questions about this news and for our answer. They are not "
                "published, and erased half a year after we decided."
            ),
        }


class NewsProposedView(SentView):
    """Thanks."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What happens now."""
        found = visible_pages().type(NewsIndexPage).filter(locale__language_code=current_language()).first()
        return super().get_context_data(**kwargs) | {
            "heading": _("Thank you for your proposal"),
            "text": _("The editors read it within a few working days and answer by mail."),
            "links": [{"label": _("To the news"), "url": found.url}] if found else [],
        }
