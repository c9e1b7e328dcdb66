import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import current_language

from ..querysets import CourseRunQuerySet
from ..times import span_of_days, span_of_time
from .course import Course
from .taught_in import language_name


class RunState(models.TextChoices):
    """How far a run is; the values are those of the state's style too."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open for registration")
    FEW_SEATS = "few-seats", _("Few seats left")
    FULL = "full", _("Full")
    CANCELLED = "cancelled", pgettext_lazy("course run", "Cancelled")
    DONE = "done", _("Done")


class CourseRun(ClusterableModel):
    """A course on its dates (schema.org CourseInstance). It starts with its first session and ends with its last."""

    course = ParentalKey(Course, on_delete=models.CASCADE, related_name="runs")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    starts = models.DateTimeField(_("starts"), editable=False)
    ends = models.DateTimeField(_("ends"), editable=False)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=RunState, default=RunState.PLANNED)
    register_before = models.DateField(_("last day to register"), null=True, blank=True)
    registration_url = models.URLField(_("where to register"), blank=True, help_text=_("If not the course's own."))
    changed = models.DateTimeField(_("changed"), default=timezone.now, editable=False)
    sequence = models.PositiveIntegerField(_("number of changes"), default=0, editable=False)

    objects = CourseRunQuerySet.as_manager()

    panels = [
        InlinePanel("sessions", heading=_("Sessions"), label=_("Session"), min_num=1),
        FieldRowPanel([FieldPanel("state"), FieldPanel("seats"), FieldPanel("language")]),
        FieldRowPanel([FieldPanel("register_before"), FieldPanel("registration_url")]),
    ]

    class Meta:
        ordering = ["starts", "pk"]
        verbose_name = _("run of a course")
        verbose_name_plural = _("runs of courses")
        indexes = [
            models.Index(fields=["starts", "id"], name="courserun_starts"),
            models.Index(fields=["ends"], name="courserun_ends"),
        ]

    def __str__(self) -> str:
        return f"{self.course}, {self.dates}"

    def save(self, **kwargs: Any) -> None:
        """Save, with the dates of the sessions and the number of the change (RFC 5545, SEQUENCE)."""
        self.follow_sessions()
        self._count_change()
        super().save(**kwargs)

    def follow_sessions(self) -> None:
        """Take the dates of the sessions."""
        sessions = [session for session in self.sessions.all() if session.starts and session.ends]
        if sessions:
            self.starts = min(session.starts for session in sessions)
            self.ends = max(session.ends for session in sessions)

    def _count_change(self) -> None:
        stored = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        if stored is None:
            return
        differs = stored._agreed() != self._agreed()
        self.sequence = stored.sequence + differs
        self.changed = timezone.now() if differs else stored.changed

    def _agreed(self) -> tuple[Any, ...]:
        """What those who come have in their diaries."""
        sessions = [
            (session.uuid, session.starts, session.ends, session.room_id, session.place, session.online)
            for session in self.sessions.all()
        ]
        return self.state, self.language, sorted(sessions, key=str)

    @property
    def calendar_slug(self) -> str:
        """The name of its file."""
        return f"{self.course.slug_in(current_language())}-{timezone.localdate(self.starts):%Y-%m-%d}"

    @property
    def dates(self) -> str:
        """“8 February 2027”, or from the first to the last day."""
        return span_of_days(timezone.localtime(self.starts).date(), self.last_day)

    @property
    def last_day(self) -> datetime.date | None:
        """The last day of a run of several days."""
        first, last = (timezone.localtime(moment).date() for moment in (self.starts, self.ends))
        return last if last != first else None

    @property
    def times(self) -> str:
        """From when until when, on a day; nothing if that differs between the days."""
        spans = {session.times for session in self.sessions.all()} or {span_of_time(self.starts, self.ends)}
        return spans.pop() if len(spans) == 1 else ""

    @property
    def session_count(self) -> str:
        """“3 sessions”, if there are more than one."""
        total = len(self.sessions.all())
        return ngettext("%(total)s session", "%(total)s sessions", total) % {"total": total} if total > 1 else ""

    @property
    def places(self) -> list[str]:
        """The rooms and places of its sessions, each once."""
        names = [str(session.localised_place) for session in self.sessions.all()]
        if any(session.online for session in self.sessions.all()):
            names.append(str(_("Online")))
        return list(dict.fromkeys(filter(None, names)))

    @property
    def language_name(self) -> str:
        """The language as a word in the active language."""
        return language_name(self.language)

    @property
    def is_over(self) -> bool:
        """Whether its last session has ended."""
        return self.ends <= timezone.now()

    @property
    def state_today(self) -> RunState:
        """The state; a run that is over is done, also where nobody has said so."""
        state = RunState(self.state)
        return RunState.DONE if self.is_over and state != RunState.CANCELLED else state

    @property
    def state_tag(self) -> dict[str, str]:
        """The state as the state component shows it."""
        return {"identifier": self.state_today.value, "label": str(self.state_today.label)}

    @property
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it."""
        provider, facility = (str(each or "") for each in (self.course.shown_provider, self.course.shown_facility))
        where = [facility if facility != provider else "", *self.places]
        return known(
            Fact(_("Provider"), provider),
            Fact(_("Where"), joined(filter(None, where)) or self.course.place),
            Fact(_("Sessions"), self.session_count),
            Fact(_("Time"), self.times),
            Fact(_("Language"), self.language_name),
        )

    @property
    def is_bookable(self) -> bool:
        """Whether you can register now."""
        in_time = self.register_before is None or self.register_before >= timezone.localdate()
        return self.state in (RunState.OPEN, RunState.FEW_SEATS) and self.starts > timezone.now() and in_time

    @property
    def register_at(self) -> str:
        """Where to register while that can be done: the run's own address, else the course's."""
        return (self.registration_url or self.course.registration_url) if self.is_bookable else ""
