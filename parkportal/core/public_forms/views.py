"""The address of a form that anybody may send, and of the page after it."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, TemplateView

from .forms import GuardedForm
from .limits import STANDARD_LIMITS, Limit, TooMany, count_submission, counted, keyed_hash
from .stamps import LONGEST

UNPROCESSABLE, FORBIDDEN, TOO_MANY_REQUESTS = 422, 403, 429


# The check is done in ``post``, where a refused form can be shown again instead of being lost.
@method_decorator([never_cache, csrf_exempt], name="dispatch")
class PublicFormView(FormView):
    """Shows a form and takes it, once however often the button is pressed.

    ``key`` names it among the limits. ``carry_out`` runs in the transaction that counts the submission; what it does
    outside the database belongs in the outbox. The template gets ``form`` and what ``get_context_data`` adds:
    ``heading``, ``lead`` and ``button`` for the one that all forms share.
    """

    key: ClassVar[str]
    limits: ClassVar[Sequence[Limit]] = STANDARD_LIMITS
    template_name = "public_form.html"
    http_method_names = ["get", "head", "post"]

    def carry_out(self, form: Any) -> None:
        """What sending the form does."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Carry out what is right and show again what is not."""
        form = self.get_form()
        if not form.is_valid():
            return self.shown_again(form, UNPROCESSABLE)
        if not _has_token(request):
            form.add_error(None, _("Your browser did not send our cookie along. Allow cookies and send it again."))
            return self.shown_again(form, FORBIDDEN)
        try:
            self._carry_out_once(form)
        except TooMany as refusal:
            form.add_error(None, _too_many(refusal))
            response = self.shown_again(form, TOO_MANY_REQUESTS)
            response.headers["Retry-After"] = str(int((refusal.ends - timezone.now()).total_seconds()) + 1)
            return response
        return HttpResponseRedirect(self.get_success_url())

    def _carry_out_once(self, form: GuardedForm) -> None:
        with transaction.atomic():
            once = keyed_hash(self.key, self.request.path, sorted(form.cleaned_data.items(), key=str))
            if counted(once, 1, timezone.now() + LONGEST):
                count_submission(self.key, self.limits, self.request, form.cleaned_data)
                self.carry_out(form)

    def shown_again(self, form: GuardedForm, status: int) -> HttpResponse:
        """The form with what was filled in and what to do next."""
        return self.render_to_response(self.get_context_data(form=form), status=status)


@method_decorator(never_cache, name="dispatch")
class SentView(TemplateView):
    """What happens now that the form is sent. It knows nothing of what was sent, so that anybody may see it."""

    template_name = "public_form_sent.html"
    http_method_names = ["get", "head"]


class _TokenCheck(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(reason, status=FORBIDDEN)


def _has_token(request: HttpRequest) -> bool:
    check = _TokenCheck(lambda request: HttpResponse())
    check.process_request(request)
    return check.process_view(request, HttpResponse, (), {}) is None


def _too_many(refusal: TooMany) -> str:
    text = _("Much has been sent from your address or network. What you wrote is still here: send it after %(time)s.")
    return text % {"time": time_format(timezone.localtime(refusal.ends))}
