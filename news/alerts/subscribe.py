"""The page where one asks for mail, and the page after it, which says the same to everybody."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parkportal.core.languages import current_language
from parkportal.core.public_forms import PublicFormView, SentView

from ..models import AlertContent, ArticleType
from .forms import SubscribeForm
from .subjects import asked_in
from .subscribing import ask

CONSENT = gettext_lazy(
    "We use your address only to mail you what you choose here, and begin once you confirm it by the link that we mail "
    "you. With a link in each mail you stop; then we erase your address."
)


class SubscribeView(PublicFormView):
    """Asks for an address and which news. What the query string would show in the list of news is chosen beforehand."""

    key = "alerts"
    form_class = SubscribeForm
    success_url = reverse_lazy("alerts-sent")

    def get_initial(self) -> dict[str, Any]:
        """What a link to this page has chosen."""
        only_releases = self.request.GET.getlist("type") == [ArticleType.PRESS_RELEASE]
        chosen = {"content": AlertContent.PRESS_RELEASES} if only_releases else {}
        return {**super().get_initial(), **chosen, "subjects": asked_in(self.request.GET)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The words of the form that all forms share."""
        words = {
            "heading": _("News by mail"),
            "lead": _("A mail for each article, on the day that it appears."),
            "button": _("Mail me a link to confirm"),
            "privacy": CONSENT,
        }
        return super().get_context_data(**words, **kwargs)

    def carry_out(self, form: SubscribeForm) -> None:
        """The same for every address."""
        address = form.cleaned_data["address"]
        ask(address, form.chosen(), language=current_language(), consent=str(CONSENT))


class AskedView(SentView):
    """Where to look now."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Nothing that depends on the address."""
        words = {
            "heading": _("Look in your mail"),
            "text": _(
                "We mail the address that you filled in, at most once a day. Open the link in that mail to go on. "
                "Nothing there after ten minutes? Look among the unwanted mail, or check the address and try again."
            ),
        }
        return super().get_context_data(**words, **kwargs)
