from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .alert_subscription import AlertSubscription
from .article import Article


class DeliveryState(models.TextChoices):
    """How far a mail is. Handed over without an answer means that nobody can know; docs/decisions/alerts.md."""

    WAITING = "waiting", _("waiting")
    HANDED_OVER = "handed-over", _("handed over, no answer")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("refused")
    DROPPED = "dropped", _("too old")


class AlertDeliveryQuerySet(models.QuerySet["AlertDelivery"]):
    """Mails to one address each."""

    def waiting(self) -> Self:
        """Those of which no mail server has accepted anything."""
        return self.filter(state=DeliveryState.WAITING)

    def to_send(self) -> Self:
        """What may go now: to who still wants it, about what the public may see.

        Without joins, so that an UPDATE tests every condition on the row it changes, also after waiting for a lock.
        """
        wanted = AlertSubscription.objects.mailed().filter(pk=OuterRef("subscription_id"))
        visible = Article.objects.visible().filter(alert_mailing__pk=OuterRef("mailing_id"))
        about_news = Exists(wanted) & Exists(visible)
        return self.waiting().filter(Q(mailing__isnull=True) | about_news, due__lte=timezone.now())

    def in_order(self) -> Self:
        """Mail that somebody waits for first, then news, the oldest first."""
        return self.order_by(F("mailing_id").asc(nulls_first=True), "due", "pk")


class AlertDelivery(models.Model):
    """One mail to one address: about an article, or without a mailing about the subscription itself."""

    subscription = models.ForeignKey(AlertSubscription, on_delete=models.CASCADE, related_name="deliveries")
    mailing = models.ForeignKey("news.AlertMailing", null=True, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(_("state"), max_length=20, choices=DeliveryState, default=DeliveryState.WAITING)
    due = models.DateTimeField(_("due"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)
    answer = models.CharField(_("the mail server's answer"), max_length=250, blank=True)

    objects = AlertDeliveryQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mailing", "subscription"], name="alert_once")]
        indexes = [
            models.Index(fields=["mailing", "due", "id"], name="alert_waiting", condition=Q(state="waiting")),
        ]

    def __str__(self) -> str:
        return f"{self.mailing_id} {self.subscription_id}: {self.state}"
