from typing import Self

from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from parkportal.core.models import OutboxEntry

OUTBOX_KIND = "enquiry"


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    """Questions with what staff see of them."""

    def with_delivery(self) -> Self:
        """With how often their mail was tried in vain, and why."""
        entries = OutboxEntry.objects.filter(kind=OUTBOX_KIND, key=Cast(OuterRef("pk"), models.CharField()))
        return self.annotate(
            attempts=Subquery(entries.values("attempts")[:1]), last_error=Subquery(entries.values("error")[:1])
        )


class Enquiry(models.Model):
    """A question that a visitor asked by a form: the copy that staff have, until it is erased."""

    about = models.CharField(_("about"), max_length=250)
    about_url = models.CharField(_("page"), max_length=500)
    sender_name = models.CharField(_("name"), max_length=120)
    sender_email = models.EmailField(_("e-mail"))
    sender_organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    message = models.TextField(_("question"))
    language = models.CharField(_("language"), max_length=10)
    recipient_name = models.CharField(_("who answers"), max_length=300)
    recipient_email = models.EmailField(_("sent to"))
    recipient_language = models.CharField(max_length=10)
    created = models.DateTimeField(_("asked"), auto_now_add=True, db_index=True)
    delivered = models.DateTimeField(_("handed over"), null=True, blank=True)

    objects = EnquiryQuerySet.as_manager()

    attempts: int | None = None  # ``with_delivery`` brings it along.
    last_error: str | None = None

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions from visitors")
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return f"{self.about}, {date_format(localtime(self.created), 'DATETIME_FORMAT')}"

    @property
    def delivery(self) -> str:
        """Whether the mail server has it, else since when it does not."""
        if self.delivered:
            return _("Handed to the mail server, %(time)s") % {
                "time": date_format(localtime(self.delivered), "DATETIME_FORMAT")
            }
        if self.attempts:
            return _("Tried %(count)s times, goes on: %(error)s") % {"count": self.attempts, "error": self.last_error}
        return str(_("Waits to be sent"))
