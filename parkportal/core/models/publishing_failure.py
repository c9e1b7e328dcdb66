import datetime
from typing import Any, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_MESSAGE = 2000
FORGOTTEN_AFTER = datetime.timedelta(minutes=30)


class Step(models.TextChoices):
    """What was to happen."""

    PUBLISH = "publish", _("publish")
    WITHDRAW = "withdraw", _("withdraw")


class PublishingFailureQuerySet(models.QuerySet["PublishingFailure"]):
    """What could not be published or withdrawn on time."""

    def about(self, model: type[models.Model], key: Any) -> Self:
        """The failures of one page or record."""
        return self.filter(content_type=ContentType.objects.get_for_model(model), object_id=str(key))

    def settled(self) -> Self:
        """What has not been tried again lately, for it is no longer due: cancelled, mended by hand, or deleted."""
        return self.filter(last_failed__lt=timezone.now() - FORGOTTEN_AFTER)

    def note(self, step: Step, subject: models.Model | None, due: datetime.datetime, error: Exception) -> None:
        """Write down that it failed, and how often it has."""
        if subject is None:
            return
        failure, _created = self.get_or_create(
            content_type=ContentType.objects.get_for_model(subject),
            object_id=str(subject.pk),
            step=step,
            defaults={"due": due, "last_failed": timezone.now()},
        )
        self.filter(pk=failure.pk).update(
            title=str(subject)[:255],
            due=due,
            message=in_words(error)[:LONGEST_MESSAGE],
            attempts=F("attempts") + 1,
            last_failed=timezone.now(),
        )


class PublishingFailure(models.Model):
    """A page or record that was due and failed; it is tried again every minute."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    subject = GenericForeignKey("content_type", "object_id")
    title = models.CharField(_("title"), max_length=255)
    step = models.CharField(_("what was to happen"), max_length=20, choices=Step)
    due = models.DateTimeField(_("due"))
    message = models.TextField(_("what went wrong"))
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    last_failed = models.DateTimeField(_("last tried"))

    objects = PublishingFailureQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("due",)
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "step"], name="publishing_failure_once")
        ]

    def __str__(self) -> str:
        return self.title


def in_words(error: Exception) -> str:
    """What went wrong: a person's words where there are any."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return f"{type(error).__name__}: {error}"
