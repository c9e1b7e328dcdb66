from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Prefetch, prefetch_related_objects
from django.template.defaultfilters import floatformat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from organisations.models import Building, Facility, FacilityRoom, Organisation
from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import term_panel, terms_panel
from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import Localised, localised_lines
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_key, term_keys
from parkportal.core.partial_date import PartialDateField
from parkportal.core.visibility import shown

from ..querysets import CourseQuerySet
from .taught_in import TaughtIn

if TYPE_CHECKING:
    from .course_run import CourseRun

PLACE = ("facility_id", "room_id", "place")


class Course(TaughtIn, Record):
    """A course or training (schema.org Course); its dates are its runs."""

    description = RichTextField(_("description"), blank=True)
    provider = models.ForeignKey(
        Organisation, verbose_name=_("provider"), on_delete=models.PROTECT, related_name="courses"
    )
    facility = models.ForeignKey(
        Facility,
        verbose_name=_("facility"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="courses",
    )
    room = models.ForeignKey(
        FacilityRoom,
        verbose_name=_("room"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("A room of the facility; a session may have another."),
    )
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("Where, if not at a facility."))
    coming_runs: Sequence["CourseRun"] = ()  # In a list with_next_run: the next one.
    level = term_key(Vocabulary.EDUCATION_LEVEL, verbose_name=_("level"), null=True, blank=True)
    audience = term_keys(Vocabulary.AUDIENCE, verbose_name=_("for whom"))
    topics = term_keys(Vocabulary.COURSE_TOPIC, verbose_name=_("topics"))
    standards = term_keys(Vocabulary.STANDARD, verbose_name=_("standards taught"))
    outcomes = models.TextField(_("what you learn"), blank=True, help_text=_("One outcome on each line."))
    prior_knowledge = models.TextField(_("what you need to know or have done before"), blank=True)
    duration_days = models.DecimalField(_("duration in days"), max_digits=5, decimal_places=1, null=True, blank=True)
    group_size = models.PositiveSmallIntegerField(_("largest group"), null=True, blank=True)
    certificate = models.CharField(_("certificate"), max_length=160, blank=True)
    price_note = models.CharField(_("price"), max_length=250, blank=True)
    price_as_of = PartialDateField(_("price as of"))
    registration_url = models.URLField(_("where to register"), blank=True)
    picture = models.ForeignKey(
        "core.ParkImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = CourseQuerySet.as_manager()

    searched_fields = ("description", "outcomes", "prior_knowledge", "certificate")
    found_by_names_of = ("provider", "facility")

    edit_handler = record_tabs(
        shared=[
            InlinePanel("runs", heading=_("Runs"), label=_("Run")),
            MultiFieldPanel(
                [
                    FieldPanel("provider"),
                    FieldRowPanel([FieldPanel("facility"), FieldPanel("room"), FieldPanel("place")]),
                    FieldRowPanel([term_panel("level"), FieldPanel("duration_days"), FieldPanel("group_size")]),
                    FieldRowPanel([FieldPanel("languages"), FieldPanel("price_as_of")]),
                    FieldPanel("registration_url"),
                    FieldPanel("picture"),
                ],
                heading=_("Course"),
            ),
            MultiFieldPanel(
                [terms_panel("audience"), terms_panel("topics"), terms_panel("standards")],
                heading=_("For whom, and on what"),
            ),
        ],
        translated=["description", "outcomes", "prior_knowledge", "certificate", "price_note"],
    )

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a run that a draft knows from before it was stored stays the same run.

        Where the course moves to another place, its runs have changed for who has them in a diary (RFC 5545, SEQUENCE).
        """
        is_draft = kwargs.get("update_fields") is not None  # Of which only the fact that it exists is stored.
        stored_place = None if is_draft else type(self).objects.filter(pk=self.pk).values_list(*PLACE).first()
        unknown = [run for run in self.runs.all() if run.pk is None]
        if self.pk and unknown:
            stored = dict(self.runs.model.objects.filter(course=self.pk).values_list("uuid", "pk"))
            for run in unknown:
                run.pk = stored.get(run.uuid)
        super().save(*args, **kwargs)
        if stored_place and stored_place != tuple(getattr(self, name) for name in PLACE):
            moved = self.runs.model.objects.filter(course=self.pk, ends__gte=timezone.now())
            moved.update(sequence=F("sequence") + 1, changed=timezone.now())

    def coming_runs_with_sessions(self) -> list[Any]:
        """The runs that are not over, the soonest first; in a preview those of the draft."""
        for drafted in self.__dict__.get("_cluster_related_objects", {}).get("runs", []):
            drafted.follow_sessions()
        runs = list(self.runs.filter(ends__gte=timezone.now()).order_by("starts"))
        for run in runs:
            run.course = self
        stored = [run for run in runs if run.pk]
        sessions = self.runs.model._meta.get_field("sessions").related_model.objects.select_related("room__facility")
        prefetch_related_objects(stored, Prefetch("sessions", sessions))
        return runs

    def search_terms(self) -> Iterable[Term | None]:
        """Its level, for whom it is, and what it is about."""
        return [self.level, *self.audience.all(), *self.topics.all(), *self.standards.all()]

    @property
    def outcome_list(self) -> list[Localised]:
        """What you learn, a line each, with the language it is in."""
        return localised_lines(self, "outcomes")

    @property
    def duration(self) -> str:
        """“2 days”, “0.5 days”, or nothing."""
        days = self.duration_days
        if days is None:
            return ""
        return ngettext("%(days)s day", "%(days)s days", 1 if days == 1 else 2) % {"days": floatformat(days, "-1")}

    @property
    def shown_provider(self) -> Organisation | None:
        """The provider, if the public may see it."""
        return shown(self.provider)

    @property
    def shown_facility(self) -> Facility | None:
        """The facility where it is given, if the public may see it."""
        return shown(self.facility)

    @property
    def shown_building(self) -> Building | None:
        """The building of that facility, if the public may see it."""
        return shown(self.shown_facility and self.shown_facility.building)

    @property
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it at a glance."""
        return known(
            *(Fact(_("When"), run.dates) for run in self.coming_runs),
            Fact(_("Duration"), self.duration),
        )

    @property
    def subject_facts(self) -> list[Fact]:
        """What it is about, and for whom."""
        return known(
            Fact(_("Topics"), joined(self.topics.all())),
            Fact(_("For whom"), joined(self.audience.all())),
            Fact(_("Standards"), joined(self.standards.all())),
        )
