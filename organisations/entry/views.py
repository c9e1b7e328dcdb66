"""The pages behind an organisation's link. Its token is their key; nothing happens by a GET."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from parkportal.core.confirming import confirm
from parkportal.core.frame import Crumb
from parkportal.core.languages import current_language
from parkportal.core.models import Origin
from parkportal.core.models.record import ConfirmedBy
from parkportal.core.personal_pages import acts_by_post, kept_private
from parkportal.core.proposals import Proposer, propose
from parkportal.core.public_forms import Limit, PublicFormView
from parkportal.core.public_forms.limits import DAY

from ..models import EntryLink
from .change_form import ChangeForm
from .gone_form import GoneForm
from .kind import ORGANISATION
from .links import link_of
from .shown import entry_lines

MOST_A_DAY = 10


@acts_by_post
def entry(request: HttpRequest, token: str) -> HttpResponse:
    """The entry and what can be done; a POST says, once, that it is right."""
    link = link_of(token)
    if request.method == "POST":
        confirm_once(link)
        link = link_of(token)
    return TemplateResponse(
        request,
        "organisations/entry/entry.html",
        {
            "link": link,
            "record": link.organisation,
            "lines": entry_lines(link.organisation, current_language()),
            "change_url": reverse("entry-change", args=[token]),
            "gone_url": reverse("entry-gone", args=[token]),
        },
    )


def confirm_once(link: EntryLink) -> None:
    """Note that the organisation says its entry is right; whoever finds the link later can't say so again."""
    first = EntryLink.objects.filter(pk=link.pk, confirmed_at__isnull=True).update(confirmed_at=timezone.now())
    if first:
        confirm(link.organisation, by=ConfirmedBy.ORGANISATION)


@method_decorator([kept_private, never_cache, csrf_exempt], name="dispatch")
class BehindLink(PublicFormView):
    """A form behind the link; what it proposes is for staff to decide."""

    limits = (Limit(MOST_A_DAY, DAY, lambda request, data: request.path),)

    link: EntryLink

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Nobody without a working link."""
        self.link = link_of(kwargs["token"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The way back."""
        crumb = Crumb(_("Your entry"), reverse("entry", args=[self.kwargs["token"]]))
        return super().get_context_data(link=self.link, record=self.link.organisation, breadcrumbs=[crumb], **kwargs)

    def get_success_url(self) -> str:
        """What happens now."""
        return reverse("entry-proposed")

    def propose(self, values: dict[str, Any], files: dict[str, bytes] | None = None) -> None:
        """Keep it for staff, with the link's address for the answer."""
        organisation = self.link.organisation
        proposer = Proposer(Origin.ORGANISATION, email=self.link.email, organisation=str(organisation)[:160])
        propose(ORGANISATION, values, proposer, title=str(organisation), subject=organisation, files=files)


class ChangeView(BehindLink):
    """Proposes changes of the entry."""

    key = "entry-change"
    form_class = ChangeForm
    template_name = "organisations/entry/change.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Filled in as the entry is."""
        return super().get_form_kwargs() | {"organisation": self.link.organisation}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page says."""
        own = {
            "heading": _("Change the entry of %(name)s") % {"name": self.link.organisation},
            "lead": _("Change what is not right and leave the rest. Park staff look at it before anybody sees it."),
            "button": _("Send the changes"),
            "privacy": _(
                "The answer goes to %(address)s. We keep your proposal for half a year after we decided on it."
            )
            % {"address": self.link.email},
        }
        return super().get_context_data(**own, **kwargs)

    def carry_out(self, form: ChangeForm) -> None:
        """Propose what differs."""
        self.propose(form.changes(), form.files_of_changes())
        EntryLink.objects.filter(pk=self.link.pk).update(proposed_at=timezone.now())


class GoneView(BehindLink):
    """Says that the organisation left, closed or merged."""

    key = "entry-gone"
    form_class = GoneForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page says."""
        own = {
            "heading": _("Is %(name)s no longer here?") % {"name": self.link.organisation},
            "lead": _("Then the page stays and says so: old links keep working, and nobody comes to a closed door."),
            "button": _("Tell the park"),
        }
        return super().get_context_data(**own, **kwargs)

    def carry_out(self, form: GoneForm) -> None:
        """Propose the state."""
        self.propose(form.values())
        EntryLink.objects.filter(pk=self.link.pk).update(gone_at=timezone.now())
