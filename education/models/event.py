import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from organisations.models import Building, Facility, StepFree
from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import terms_panel
from parkportal.core.facts import Fact, known
from parkportal.core.languages import Localised, localise
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_keys
from parkportal.core.slugs import STEPS_OF_LISTS
from parkportal.core.visibility import shown

from ..querysets import EventQuerySet
from .event_series import EventSeries
from .event_state import Attendance, EventState
from .partnership import Partnership
from .takes_time import TakesTime
from .taught_in import TaughtIn


class Event(TakesTime, TaughtIn, Record):
    """Something that takes place once, on the park or about it (schema.org Event)."""

    description = RichTextField(_("description and programme"), blank=True)
    state = models.CharField(_("state"), max_length=12, choices=EventState, default=EventState.SCHEDULED)
    attendance = models.CharField(_("where"), max_length=8, choices=Attendance, default=Attendance.ONSITE)
    building = models.ForeignKey(
        Building, verbose_name=_("building"), null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    facility = models.ForeignKey(
        Facility, verbose_name=_("facility"), null=True, blank=True, on_delete=models.SET_NULL, related_name="events"
    )
    place = models.CharField(
        _("place"), max_length=160, blank=True, help_text=_("A room, or the whole address outside the park.")
    )
    online_url = models.URLField(_("address online"), blank=True)
    series = ParentalManyToManyField(EventSeries, verbose_name=_("series"), blank=True, related_name="events")
    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partnership"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    audience = term_keys(Vocabulary.AUDIENCE, verbose_name=_("for whom"))
    step_free = models.CharField(
        _("step-free access"),
        max_length=10,
        choices=StepFree,
        blank=True,
        help_text=_("Left empty, what is known of the building holds."),
    )
    captions = models.BooleanField(_("live captions"), default=False)
    interpreter = models.BooleanField(_("sign-language interpreter"), default=False)
    accessibility_note = models.CharField(_("note on accessibility"), max_length=250, blank=True)
    registration_url = models.URLField(_("where to register"), blank=True)
    register_before = models.DateField(_("last day to register"), null=True, blank=True)
    seats = models.PositiveIntegerField(_("seats"), null=True, blank=True)
    price_note = models.CharField(_("price"), max_length=160, blank=True)
    programme = models.ForeignKey(
        "core.ParkDocument",
        verbose_name=_("programme to download"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture = models.ForeignKey(
        "core.ParkImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    website = models.URLField(_("website"), blank=True)
    changed = models.DateTimeField(_("changed"), default=timezone.now, editable=False)
    sequence = models.PositiveIntegerField(_("number of changes"), default=0, editable=False)

    objects = EventQuerySet.as_manager()

    steps_of_list = STEPS_OF_LISTS | {"ics"}
    searched_fields = ("description",)
    found_by_names_of = ("organisers__organisation", "speakers__role", "partnership")

    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
                    FieldRowPanel([FieldPanel("all_day"), FieldPanel("state")]),
                ],
                heading=_("When"),
                help_text=_("Dutch time. An event that is cancelled or postponed stays here and says so."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("attendance"),
                    FieldRowPanel([FieldPanel("building"), FieldPanel("facility")]),
                    FieldRowPanel([FieldPanel("place"), FieldPanel("online_url")]),
                ],
                heading=_("Where"),
            ),
            InlinePanel("organisers", heading=_("Organisers"), label=_("Organiser")),
            InlinePanel("speakers", heading=_("Speakers"), label=_("Speaker")),
            MultiFieldPanel(
                [terms_panel("audience"), FieldPanel("languages")],
                heading=_("For whom, and in what language"),
            ),
            MultiFieldPanel(
                [FieldPanel("step_free"), FieldRowPanel([FieldPanel("captions"), FieldPanel("interpreter")])],
                heading=_("Accessibility"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("registration_url"),
                    FieldRowPanel([FieldPanel("register_before"), FieldPanel("seats")]),
                ],
                heading=_("Registration"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("series", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("partnership"),
                    FieldPanel("programme"),
                    FieldRowPanel([FieldPanel("website"), FieldPanel("picture")]),
                ],
                heading=_("More"),
            ),
        ],
        translated=["description", "price_note", "accessibility_note"],
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["starts", "id"], name="event_starts"),
            models.Index(fields=["ends"], name="event_ends"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the number of the change (RFC 5545, SEQUENCE)."""
        stored = type(self)._default_manager.filter(pk=self.pk).first() if self.pk else None
        if stored:
            differs = stored._agreed() != self._agreed()
            self.sequence = stored.sequence + differs
            self.changed = timezone.now() if differs else stored.changed
        super().save(*args, **kwargs)

    def _agreed(self) -> tuple[Any, ...]:
        """What those who come have in their diaries."""
        place = (self.attendance, self.building_id, self.facility_id, self.place, self.online_url)
        return self.starts, self.ends, self.all_day, self.state, *place

    def search_terms(self) -> Iterable[Term | None]:
        """For whom it is."""
        return self.audience.all()

    def search_day(self) -> datetime.date | None:
        """The day on which it begins."""
        return timezone.localtime(self.starts).date()

    @property
    def takes_place(self) -> bool:
        """Whether it goes on at its time."""
        return self.state not in (EventState.CANCELLED, EventState.POSTPONED)

    @property
    def calendar_slug(self) -> str:
        """What its file is called."""
        return self.key

    @property
    def is_on_site(self) -> bool:
        """Whether one can come to a place."""
        return self.attendance != Attendance.ONLINE and self.state != EventState.MOVED_ONLINE

    @property
    def shown_facility(self) -> Facility | None:
        """The facility, if the public may see it."""
        return shown(self.facility)

    @property
    def shown_building(self) -> Building | None:
        """The building, or that of the facility, if the public may see it."""
        return shown(self.building) or shown(self.shown_facility and self.shown_facility.building)

    @property
    def shown_partnership(self) -> Partnership | None:
        """The partnership, if the public may see it."""
        return shown(self.partnership)

    @property
    def where(self) -> str:
        """Room, facility and building, or “Online”, in one line."""
        names = [self.place, str(self.shown_facility or ""), str(self.shown_building or "")] if self.is_on_site else []
        online = str(Attendance.ONLINE.label) if self.attendance != Attendance.ONSITE or not self.is_on_site else ""
        return ", ".join(dict.fromkeys(filter(None, [*names, online])))

    @property
    def shown_organisers(self) -> list[Any]:
        """The organisers that the public may see."""
        return [row for row in self.organisers.all() if row.organisation_id is None or shown(row.organisation)]

    @property
    def state_tag(self) -> dict[str, str]:
        """The state as the state component shows it: that it is over, or how it deviates; nothing if it goes ahead."""
        if self.state != EventState.SCHEDULED and not (self.is_over and self.takes_place):
            return {"identifier": self.state, "label": str(self.get_state_display())}
        return {"identifier": "done", "label": str(_("Has taken place"))} if self.is_over else {}

    @property
    def register_at(self) -> str:
        """Where to register, while that can be done."""
        in_time = self.register_before is None or self.register_before >= timezone.localdate()
        return self.registration_url if in_time and self.takes_place and self.starts > timezone.now() else ""

    @property
    def localised_accessibility(self) -> list[Localised | str]:
        """What is said of who can take part, a line each."""
        building = self.shown_building if self.is_on_site else None
        step_free = self.step_free or (building.step_free if building else "")
        return [
            *([str(StepFree(step_free).label)] if step_free and self.is_on_site else []),
            *([str(_("Live captions"))] if self.captions else []),
            *([str(_("Sign-language interpreter"))] if self.interpreter else []),
            *filter(None, [localise(self, "accessibility_note")]),
        ]

    @property
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it."""
        return known(
            Fact(_("Where"), self.where),
            Fact(_("Time"), self.times),
            Fact(_("Language"), ", ".join(self.language_names)),
        )
