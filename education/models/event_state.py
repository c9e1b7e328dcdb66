from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EventState(models.TextChoices):
    """Whether an event goes on as announced (schema.org EventStatusType); the values are those of the state's style."""

    SCHEDULED = "scheduled", _("Goes ahead")
    RESCHEDULED = "rescheduled", _("On another date")
    MOVED_ONLINE = "moved-online", _("Moved online")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", pgettext_lazy("event", "Cancelled")


class Attendance(models.TextChoices):
    """Where one takes part (schema.org EventAttendanceModeEnumeration)."""

    ONSITE = "onsite", _("On site")
    ONLINE = "online", _("Online")
    MIXED = "mixed", _("On site and online")
