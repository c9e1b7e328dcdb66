import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from organisations.models import FacilityRoom
from parkportal.core.languages import Localised, localise
from parkportal.core.visibility import shown

from ..times import span_of_time
from .course_run import CourseRun

LONGEST = datetime.timedelta(hours=24)


class RunSession(models.Model):
    """A part of a run without a night in between: when, and in which room, at which place or online."""

    run = ParentalKey(CourseRun, on_delete=models.CASCADE, related_name="sessions")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    starts = models.DateTimeField(_("starts"), db_index=True)
    ends = models.DateTimeField(_("ends"))
    room = models.ForeignKey(
        FacilityRoom,
        verbose_name=_("room"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("If not that of the course."),
    )
    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("Where, if not in a room of the park.")
    )
    online = models.BooleanField(_("online"), default=False)

    panels = [
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldRowPanel([FieldPanel("room"), FieldPanel("place"), FieldPanel("online")]),
    ]

    class Meta:
        ordering = ["starts", "pk"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self) -> str:
        return f"{self.day}, {self.times}"

    def clean(self) -> None:
        """A session ends after it starts."""
        super().clean()
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValidationError({"ends": _("A session ends after it starts.")})
        if self.starts and self.ends and self.ends - self.starts > LONGEST:
            raise ValidationError({"ends": _("A session has no night in it. Add one for each day.")})

    @property
    def day(self) -> str:
        """“8 February 2027”."""
        return date_format(timezone.localtime(self.starts), "DATE_FORMAT")

    @property
    def times(self) -> str:
        """From when until when."""
        return span_of_time(self.starts, self.ends)

    @property
    def shown_room(self) -> FacilityRoom | None:
        """Its own room, else that of the course, if the public may see the facility."""
        room = self.room or (None if self.place or self.online else self.run.course.room)
        return room if room and shown(room.facility) else None

    @property
    def localised_place(self) -> Localised | str:
        """The room or the place; nothing where the course's own place says it."""
        return localise(self.shown_room, "name") if self.shown_room else self.place
