"""The forms of signing in, with our labels and limits."""

import datetime
from typing import Any

from allauth.account import forms as account_forms
from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base import forms as code_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parkportal.core.public_forms import Limit, TooMany, by_field, by_network, count_submission
from parkportal.core.public_forms.limits import HOUR, counted, keyed_hash

from .adapter import WRONG_CODE
from .lockout import is_locked_out
from .new_password import ask_for_link

QUARTER = datetime.timedelta(minutes=15)
CODES_OF_ONE = (Limit(10, QUARTER, by_field("account")),)
LINKS = (Limit(3, HOUR, by_field("email")), Limit(20, HOUR, by_network))
TOTP_LIFE = datetime.timedelta(minutes=5)
PASSWORD = gettext_lazy("Password")
WRONG_KEY = gettext_lazy("That key did not answer as it should. Try again.")
CODE = gettext_lazy("Code")


class LoginForm(account_forms.LoginForm):  # type: ignore[misc]
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        _describe(self.fields["login"], gettext_lazy("User name"), autofocus=True)
        _describe(self.fields["password"], PASSWORD)

    def _clean_with_password(self, credentials: dict[str, Any]) -> Any:
        """What holds for a wrong password holds for an unknown account: one sentence, and how long to wait."""
        try:
            return super()._clean_with_password(credentials)
        except ValidationError:
            if is_locked_out(self.request):
                raise ValidationError(locked_out_text()) from None
            raise


class ReauthenticateForm(account_forms.ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["password"], PASSWORD, autofocus=True)

    def clean_password(self) -> Any:
        """With how long to wait after too many."""
        try:
            return super().clean_password()
        except ValidationError:
            if is_locked_out(context.request):
                raise ValidationError(locked_out_text()) from None
            raise


class ResetPasswordForm(account_forms.ResetPasswordForm):  # type: ignore[misc]
    """Where to mail a link."""

    email = forms.EmailField(label=gettext_lazy("E-mail address of your account"), max_length=254)

    def clean_email(self) -> str:
        """Take any address: the answer is the same for all."""
        return str(self.cleaned_data["email"])

    def clean(self) -> Any:
        """No flood of mails for anybody."""
        cleaned = super().clean()
        if self.cleaned_data.get("email"):
            _count("new password", LINKS, self.cleaned_data)
        return cleaned

    def save(self, request: Any, **kwargs: Any) -> str:
        """Leave the mail to the worker, so that the answer takes as long for an unknown address."""
        address = str(self.cleaned_data["email"])
        ask_for_link(address)
        return address


class NewPasswordForm(account_forms.ResetPasswordKeyForm):  # type: ignore[misc]
    """The new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["password1"], gettext_lazy("New password"), autofocus=True)
        _describe(self.fields["password2"], gettext_lazy("The same password again"))
        self.fields["password1"].help_text = password_validation.password_validators_help_text_html()


class CodeOnce:
    """A code of the app or a recovery code: few tries, and each code of the app once in all processes."""

    user: Any
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["code"], CODE, autofocus=True, inputmode="numeric")

    def clean_code(self) -> Any:
        """Count the try, then look at the code."""
        _count("code", CODES_OF_ONE, {"account": self.user.pk})
        code = super().clean_code()  # type: ignore[misc]
        if not counted(_used(self.user, code), 1, timezone.now() + TOTP_LIFE):
            raise ValidationError(WRONG_CODE)
        return code


class AuthenticateForm(CodeOnce, code_forms.AuthenticateForm):  # type: ignore[misc]
    """The second factor while signing in."""


class ReauthenticateByCodeForm(CodeOnce, code_forms.ReauthenticateForm):  # type: ignore[misc]
    """The second factor once more."""


class ConnectAppForm(ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["code"], gettext_lazy("The code that the app shows now"), inputmode="numeric")

    def clean_code(self) -> Any:
        """Count the try, then look at the code; it can't be used to sign in as well."""
        _count("code", CODES_OF_ONE, {"account": self.user.pk})
        code = super().clean_code()
        counted(_used(self.user, code), 1, timezone.now() + TOTP_LIFE)
        return code


class ReadableKey:
    """What a key answers comes from outside: allauth takes some nonsense for a mistake of ours."""

    def full_clean(self) -> None:
        """Refuse what can't be read."""
        form: Any = self
        try:
            super().full_clean()  # type: ignore[misc]
        except (AttributeError, KeyError, TypeError, ValueError):
            form.add_error("credential", WRONG_KEY)


class KeyForm(ReadableKey, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A security key as the second factor while signing in."""


class ReauthenticateByKeyForm(ReadableKey, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A security key once more."""


class AddKeyForm(ReadableKey, AddWebAuthnForm):  # type: ignore[misc]
    """A security key and its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["name"], gettext_lazy("Name of the key, such as “laptop”"), autofocus=True)


class RenameKeyForm(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a security key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self.fields["name"], gettext_lazy("Name of the key"), autofocus=True)


def locked_out_text() -> str:
    """What somebody reads who has to wait."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return _("Too many wrong passwords. Wait %(minutes)s minutes, then try again.") % {"minutes": minutes}


def _used(user: Any, code: str) -> str:
    return keyed_hash("used code", user.pk, normalize_user_code(code))


def _count(what: str, limits: Any, data: dict[str, Any]) -> None:
    try:
        with transaction.atomic():
            count_submission(what, limits, context.request, data)
    except TooMany as refusal:
        minutes = int((refusal.ends - timezone.now()).total_seconds() // 60) + 1
        text = _("That was tried too often. Wait %(minutes)s minutes, then try again.")
        raise ValidationError(text % {"minutes": minutes}) from refusal


def _describe(field: Any, label: Any, **attributes: Any) -> None:
    """Our label instead of a placeholder that is gone as soon as one types."""
    field.label, field.help_text = label, ""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)
