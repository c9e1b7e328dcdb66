import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from parkportal.core.facts import Fact, known

from ..querysets import CourseRunQuerySet
from .course import Course
from .taught_in import language_name

HOUR_WORD = " uur"  # Said once for a span of time in Dutch.


class RunState(models.TextChoices):
    """How far a run is; the values are those of the state's style too."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open for registration")
    FEW_SEATS = "few-seats", _("Few seats left")
    FULL = "full", _("Full")
    CANCELLED = "cancelled", pgettext_lazy("course run", "Cancelled")
    DONE = "done", _("Done")


class CourseRun(models.Model):
    """A course on its dates (schema.org CourseInstance)."""

    course = ParentalKey(Course, on_delete=models.CASCADE, related_name="runs")
    starts = models.DateTimeField(_("starts"))
    ends = models.DateTimeField(_("ends"))
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=RunState, default=RunState.PLANNED)
    registration_url = models.URLField(_("where to register"), blank=True, help_text=_("If not the course's own."))

    objects = CourseRunQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        FieldRowPanel([FieldPanel("state"), FieldPanel("seats"), FieldPanel("language")]),
        FieldPanel("registration_url"),
    ]

    class Meta:
        ordering = ["starts", "pk"]
        verbose_name = _("run of a course")
        verbose_name_plural = _("runs of courses")

    def __str__(self) -> str:
        return f"{self.course}, {self.dates}"

    def clean(self) -> None:
        """A run ends after it starts."""
        super().clean()
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("A run can't end before it starts.")})

    @property
    def dates(self) -> str:
        """“8 February 2027”, or the first and the last day."""
        days = [timezone.localtime(moment).date() for moment in (self.starts, self.ends)]
        return " – ".join(date_format(day, "DATE_FORMAT") for day in dict.fromkeys(days))

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of a run of several days."""
        first, last = (timezone.localtime(moment).date() for moment in (self.starts, self.ends))
        return last if last != first else None

    @property
    def times(self) -> str:
        """From when until when, on a day."""
        first, last = (date_format(timezone.localtime(moment), "TIME_FORMAT") for moment in (self.starts, self.ends))
        return f"{first.removesuffix(HOUR_WORD)} – {last}"

    @property
    def language_name(self) -> str:
        """The language as a word in the active language."""
        return language_name(self.language)

    @property
    def state_tag(self) -> dict[str, str]:
        """The state as the state component shows it."""
        return {"identifier": self.state, "label": self.get_state_display()}

    @property
    def dated_state_tag(self) -> dict[str, str]:
        """The state with the date, where the run itself isn't named."""
        return self.state_tag | {"since": self.dates}

    @property
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it."""
        provider, place = (str(each or "") for each in (self.course.shown_provider, self.course.shown_facility))
        return known(
            Fact(_("Provider"), provider),
            Fact(_("Where"), place if place != provider else ""),
            Fact(_("Time"), self.times),
            Fact(_("Language"), self.language_name),
        )

    @property
    def is_bookable(self) -> bool:
        """Whether you can register now."""
        return self.state in (RunState.OPEN, RunState.FEW_SEATS) and self.starts > timezone.now()

    @property
    def register_at(self) -> str:
        """Where to register while that can be done: the run's own address, else the course's."""
        return (self.registration_url or self.course.registration_url) if self.is_bookable else ""
