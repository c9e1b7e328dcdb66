from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .alert_subscription import AlertSubscription


class AlertSubject(models.Model):
    """A thing that a subscriber wants to hear of, named as in ``news/alerts/subjects.py``.

    A name and no link: who asked for one organisation gets nothing when that is deleted, and not everything.
    """

    subscription = models.ForeignKey(AlertSubscription, on_delete=models.CASCADE, related_name="subjects")
    name = models.CharField(max_length=120, db_index=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("subject")
        constraints = [models.UniqueConstraint(fields=["subscription", "name"], name="alert_subject_once")]

    def __str__(self) -> str:
        return self.name
