from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _


class SignIn(models.Model):
    """A line of the log: somebody signed in or tried to. Erased after ``SIGN_INS_KEPT_DAYS``."""

    class Event(models.TextChoices):
        SIGNED_IN = "signed-in", _("logged in")
        FAILED = "failed", _("wrong user name or password")
        LOCKED = "locked", _("locked for a while after wrong passwords")
        WRONG_CODE = "wrong-code", _("right password, wrong code")
        SIGNED_OUT = "signed-out", _("logged out")
        NEW_PASSWORD = "new-password", _("new password by mail")
        FACTOR_ADDED = "factor-added", _("second factor added")
        FACTOR_REMOVED = "factor-removed", _("second factor removed")
        NEW_CODES = "new-codes", _("new recovery codes")
        FACTOR_RESET = "factor-reset", _("second factors reset by an administrator")

    class Factor(models.TextChoices):
        TOTP = "totp", _("app")
        WEBAUTHN = "webauthn", _("security key")
        RECOVERY_CODES = "recovery_codes", _("recovery code")

    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="sign_ins",
    )
    event = models.CharField(_("what happened"), max_length=20, choices=Event)
    factor = models.CharField(_("second factor"), max_length=20, choices=Factor, blank=True)
    network = models.CharField(_("network"), max_length=50)
    browser = models.CharField(_("browser"), max_length=200, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{date_format(localtime(self.at), 'DATETIME_FORMAT')}, {self.get_event_display()}"
