from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutboxQuerySet(models.QuerySet["OutboxEntry"]):
    """Side effects that wait, or are done."""

    def waiting(self) -> Self:
        """Those not yet carried out, nor mails that a mail server may have."""
        return self.filter(done_at__isnull=True, handed_over__isnull=True)

    def due(self) -> Self:
        """Those whose time has come, the oldest first."""
        return self.waiting().filter(due__lte=timezone.now()).order_by("due", "pk")

    def failing(self) -> Self:
        """Those that failed at least once and will be tried again."""
        return self.waiting().filter(attempts__gt=0)

    def in_doubt(self) -> Self:
        """Mails of which nobody can know whether the mail server has them; docs/decisions/alerts.md."""
        return self.filter(done_at__isnull=True, handed_over__isnull=False)


class OutboxEntry(models.Model):
    """A side effect, written in the transaction of the change that causes it; see ``parkportal.core.outbox``."""

    kind = models.CharField(_("kind"), max_length=60)
    key = models.CharField(_("key"), max_length=200)
    payload = models.JSONField(default=dict)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    due = models.DateTimeField(_("due"), default=timezone.now)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    error = models.TextField(_("last error"), blank=True)
    handed_over = models.DateTimeField(_("handed to the mail server"), null=True, blank=True)
    done_at = models.DateTimeField(_("carried out"), null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    about: Any = None  # What a mail is about, where it was read together with that of others.

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="outbox_once")]
        indexes = [
            models.Index(
                fields=["due", "id"],
                name="outbox_due",
                condition=models.Q(done_at__isnull=True, handed_over__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
