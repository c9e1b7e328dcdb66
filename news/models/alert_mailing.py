from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .alert_delivery import DeliveryState
from .article import Article


class AlertMailingQuerySet(models.QuerySet["AlertMailing"]):
    """The mailings with how far they are."""

    def with_counts(self) -> Self:
        """``waiting``, ``sent`` and so on: how many mails are in each state."""
        counts: dict[str, Any] = {
            state.name.lower(): Count("deliveries", filter=Q(deliveries__state=state)) for state in DeliveryState
        }
        return self.annotate(**counts)


class AlertMailing(models.Model):
    """The mail about one article, made once when it went public; see ``news/alerts/mailing.py``."""

    article = models.OneToOneField(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="alert_mailing"
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)

    objects = AlertMailingQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return str(self.article.title)
