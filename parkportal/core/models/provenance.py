from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """Where a value comes from."""

    ORGANISATION = "organisation", _("the organisation")
    STAFF = "staff", _("park staff")
    VISITOR = "visitor", _("a visitor")
    IMPORT = "import", _("an import")
    REGISTER = "register", _("a register")


class RecordProvenance(models.Model):
    """Where each field of a record comes from and since when, written by ``parkportal.core.provenance``.

    ``fields`` holds by column or relation ``[origin, ISO date]``, ``version`` the revision that was noted last of what
    the public has not seen yet.
    """

    kind = models.CharField(max_length=60)
    record_id = models.PositiveBigIntegerField()
    fields = models.JSONField(default=dict)
    version = models.PositiveBigIntegerField(null=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="provenance_of_record")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id}"
