from typing import ClassVar

from django.db import models
from django.utils import timezone


class AlertConfirmation(models.Model):
    """When an address last got a mail that asks for confirmation; a keyed hash, so that no address is kept."""

    address_hash = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    def __str__(self) -> str:
        return f"{self.address_hash[:8]}… {self.sent_at:%Y-%m-%d}"
