"""Who has to wait after wrong passwords: docs/decisions/signing-in.md gives the rule and its reasons."""

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from parkportal.core.retention import forgets

from ..models import SignIn
from .devices import count_failure, is_known
from .log import note

TOO_MANY_REQUESTS = 429


class LockoutHandler(AxesDatabaseHandler):  # type: ignore[misc]
    """Counts failures by user and network, and by network over many users; tells the log of what happens."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """The failures of the pair, or the network's on the scale of the pair's limit, whatever is more."""
        pair, network = (_total(attempts) for attempts in self.get_user_attempts(request, credentials))
        return max(pair, network * settings.LOCKOUT_OF_USER // settings.LOCKOUT_OF_NETWORK)

    def reset_user_attempts(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """Forget the failures of the pair. Those of the network stay: one good account is no licence to guess."""
        pair, _network = self.filter_user_attempts(request, credentials)
        deleted: int = pair.delete()[0]
        return deleted

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        """Count it and note it, unless the answer was a lock already."""
        if request is None:
            return
        was_locked = getattr(request, "axes_locked_out", False)
        if is_known(request, credentials.get("username")):
            count_failure(request)
        super().user_login_failed(sender, credentials, request, **kwargs)
        if not was_locked:
            locked = getattr(request, "axes_locked_out", False)
            note(request, SignIn.Event.LOCKED if locked else SignIn.Event.FAILED, name=credentials.get("username"))

    def user_logged_in(self, sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
        """Begin to count anew, and note it."""
        super().user_logged_in(sender, request, user, **kwargs)
        note(request, SignIn.Event.SIGNED_IN, user=user)

    def user_logged_out(self, sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
        """Note it."""
        super().user_logged_out(sender, request, user, **kwargs)
        if user is not None:
            note(request, SignIn.Event.SIGNED_OUT, user=user)


def lockout_response(request: HttpRequest, response: HttpResponse | None, credentials: Any) -> HttpResponse:
    """The form as it is, which says how long to wait."""
    response = response or HttpResponse()
    response.status_code = TOO_MANY_REQUESTS
    response.headers["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME.total_seconds()))
    return response


def is_locked_out(request: HttpRequest) -> bool:
    """Whether the last answer to a password was a lock."""
    return bool(getattr(request, "axes_locked_out", False))


@forgets
def failed_attempts() -> int:
    """What was counted, once it counts no more."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    return int(AccessAttempt.objects.filter(attempt_time__lt=since).delete()[0])


def _total(attempts: Any) -> int:
    return int(attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0)
