"""What records hold in dated rows: a period, a state in time, a way to get in touch, a claim."""

import datetime
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from parkportal.core.admin_widgets import term_panel
from parkportal.core.languages import LANGUAGE_CODES, Localised, in_every_language, localise
from parkportal.core.models import Vocabulary
from parkportal.core.models.term import term_key
from parkportal.core.partial_date import PartialDateField, format_partial_date, has_passed, holds_q
from parkportal.core.term_cache import terms_of


class Period(models.Model):
    """A row that holds from one date until another, each known to the year, the month or the day."""

    since = PartialDateField(_("since"))
    until = PartialDateField(_("until"), begins="since")

    class Meta:
        abstract = True

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the row holds on a day; an unknown date is no limit."""
        begun = not self.since or has_passed(self.since, day)
        ended = bool(self.until) and has_passed(self.until, day)
        return begun and not ended

    @property
    def holds_now(self) -> bool:
        """Whether the row holds today."""
        return self.holds_on(timezone.localdate())

    @property
    def period(self) -> str:
        """“since 2016”, “2016 – 2021”, “until 2021”, or nothing."""
        since, until = format_partial_date(self.since), format_partial_date(self.until)
        if since and until:
            return f"{since} – {until}"
        if since:
            return _("since %(date)s") % {"date": since}
        return _("until %(date)s") % {"date": until} if until else ""


class DatedState(Period, Orderable):
    """A state in time: announced, active, closed … with its source."""

    state = term_key(Vocabulary.ORGANISATION_STATE, verbose_name=_("state"))
    note = models.CharField(_("note"), max_length=250, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)
    ends = PartialDateField(editable=False)
    """When it gives way: its ``until`` or the beginning of the next state. Kept by HasStates, for queries."""

    panels = [
        FieldRowPanel([term_panel("state"), FieldPanel("since"), FieldPanel("until")]),
        *[FieldPanel(name) for name in in_every_language("note")],
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        abstract = True


GONE = ("acquired-name-retired", "merged", "left", "closed")
PLAIN = "active"


def gone(states: QuerySet[Any]) -> QuerySet[Any]:
    """Of a model's dated states, those by which a record is no longer on the park under its name."""
    terms = [term.pk for term in terms_of(Vocabulary.ORGANISATION_STATE) if term.identifier in GONE]
    return states.filter(holds_q("since", "ends"), state__in=terms)


@dataclass(frozen=True)
class StateBadge:
    """A state as the page shows it: “Closed, December 2025”, and what there is to say of it."""

    identifier: str
    label: str
    since: str
    note: Localised


class HasStates(models.Model):
    """A record with dated ``states``."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Say of each state when the next one takes over."""
        states = sorted(self.states.all(), key=lambda state: state.since)  # type: ignore[attr-defined]
        for state, following in zip_longest(states, states[1:]):
            state.ends = min(filter(None, (state.until, following and following.since)), default="")
        super().save(*args, **kwargs)

    @cached_property
    def current_state(self) -> DatedState | None:
        """The state that holds today: of those that do, the one that began last."""
        today = timezone.localdate()
        holding = [state for state in self.states.all() if state.holds_on(today)]  # type: ignore[attr-defined]
        return max(holding, key=lambda state: state.since, default=None)

    @property
    def is_gone(self) -> bool:
        """Whether it is no longer on the park under this name."""
        return self.current_state is not None and self.current_state.state.identifier in GONE

    @property
    def notable_state(self) -> StateBadge | None:
        """The state, unless it is simply there."""
        state = self.current_state
        if state is None or state.state.identifier == PLAIN:
            return None
        since = format_partial_date(state.since)
        return StateBadge(state.state.identifier, str(state.state), since, localise(state, "note"))


class Purpose(models.TextChoices):
    """What a contact is for."""

    GENERAL = "general", _("General")
    PRESS = "press", _("Press")
    FACILITY = "facility", _("Facilities")
    EDUCATION = "education", _("Education")
    PRIVACY = "privacy", _("Privacy")


def language_names(codes: str) -> list[str]:
    """Language codes, separated by commas, as words; unknown codes stay as they are."""
    names = dict(settings.LANGUAGES)
    return [str(names.get(code.strip(), code.strip())) for code in codes.split(",") if code.strip()]


class ContactPoint(Orderable):
    """A way to get in touch (schema.org ContactPoint): a role's mailbox and phone, not a person's."""

    purpose = models.CharField(_("for"), max_length=20, choices=Purpose, default=Purpose.GENERAL)
    role = models.CharField(_("who answers"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    hours = models.CharField(_("when to call"), max_length=80, blank=True)
    languages = models.CharField(
        _("languages"), max_length=40, blank=True, help_text=_("Language codes, separated by commas: nl, en")
    )

    takes_questions = models.BooleanField(
        _("takes questions"), default=True, help_text=_("Visitors may ask here by a form on the page.")
    )

    panels = [
        FieldRowPanel([FieldPanel("purpose"), FieldPanel("email"), FieldPanel("phone")]),
        *[FieldPanel(name) for name in in_every_language("role", "hours")],
        FieldRowPanel([FieldPanel("languages"), FieldPanel("takes_questions")]),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    @property
    def mail_language(self) -> str:
        """The first of the languages somebody reads that the site has, else the site's first."""
        known = (code.strip() for code in self.languages.split(","))
        return next((code for code in known if code in LANGUAGE_CODES), settings.LANGUAGE_CODE)

    @property
    def language_names(self) -> list[str]:
        """The languages as words."""
        return language_names(self.languages)
