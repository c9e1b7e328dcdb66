import datetime
import uuid
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

REFUSALS_UNTIL_SILENT = 3
DAYS_TO_CONFIRM = 7


class AlertContent(models.TextChoices):
    """What somebody wants to hear of."""

    EVERYTHING = "everything", _("All news")
    PRESS_RELEASES = "press-releases", _("Press releases only")


class AlertSubscriptionQuerySet(models.QuerySet["AlertSubscription"]):
    """Who wants mail about what."""

    def confirmed(self) -> Self:
        """Those whose owner said yes."""
        return self.filter(confirmed_at__isnull=False)

    def mailed(self) -> Self:
        """Those that get alerts: confirmed, and not refused by their mail server time and again."""
        return self.confirmed().filter(refusals__lt=REFUSALS_UNTIL_SILENT)

    def never_confirmed(self) -> Self:
        """Those that nobody confirmed in time."""
        too_old = timezone.now() - datetime.timedelta(days=DAYS_TO_CONFIRM)
        return self.filter(confirmed_at__isnull=True, asked_at__lt=too_old)

    def of(self, address: str) -> Self:
        """The subscription of an address, if it has one."""
        return self.filter(address_key=address_key(address))


class AlertSubscription(models.Model):
    """An address that gets mail about news, once its owner has confirmed that. Erasing it deletes the row."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    address = models.EmailField(_("e-mail address"))
    address_key = models.CharField(max_length=254, unique=True, editable=False)
    language = models.CharField(_("language of the mail about itself"), max_length=5, choices=settings.LANGUAGES)
    content = models.CharField(_("content"), max_length=20, choices=AlertContent, default=AlertContent.EVERYTHING)
    locales = models.ManyToManyField("wagtailcore.Locale", verbose_name=_("languages"), related_name="+")
    consent_text = models.TextField(_("what was agreed to"))
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    refusals = models.PositiveSmallIntegerField(_("refusals in a row"), default=0)

    objects = AlertSubscriptionQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("alert subscription")
        verbose_name_plural = _("alert subscriptions")
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["confirmed_at"], name="alert_confirmed")]

    def __str__(self) -> str:
        return self.address

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key by which the address is found."""
        self.address_key = address_key(self.address)
        super().save(*args, **kwargs)

    @property
    def is_confirmed(self) -> bool:
        """Whether its owner said yes."""
        return self.confirmed_at is not None


def address_key(address: str) -> str:
    """Addresses that differ in capitals only are one person's."""
    return address.strip().casefold()
