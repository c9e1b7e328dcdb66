"""Forms that anybody may send, guarded without a captcha, without JavaScript and without losing what was written.

A form is a ``GuardedForm`` (a ``ModelForm`` may be one too), its address a ``PublicFormView`` that says in
``carry_out`` what sending does, its end a ``SentView``. What guards them: a field that only machines fill in, a signed
time stamp, limits per address and per network counted exactly in the database, and a CSRF token.
"""

from .addresses import client_address, network_of
from .fields import LinesField, MailboxField, OneLineField
from .forms import GuardedForm
from .limits import STANDARD_LIMITS, Limit, TooMany, by_address, by_field, by_network, count_submission
from .views import PublicFormView, SentView

__all__ = [
    "STANDARD_LIMITS",
    "GuardedForm",
    "Limit",
    "LinesField",
    "MailboxField",
    "OneLineField",
    "PublicFormView",
    "SentView",
    "TooMany",
    "by_address",
    "by_field",
    "by_network",
    "client_address",
    "count_submission",
    "network_of",
]
