import datetime
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from organisations.models import Building, Organisation
from parkportal.core.admin import appearing, record_tabs
from parkportal.core.admin_widgets import term_panel, terms_panel
from parkportal.core.facts import Fact, joined, known
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_key, term_keys
from parkportal.core.partial_date import PartialDateField, format_partial_date
from parkportal.core.visibility import shown

from ..querysets import InternshipQuerySet
from .programme import Programme
from .taught_in import TaughtIn

ONE_DAY = datetime.timedelta(days=1)
LONGEST_OPEN = datetime.timedelta(days=366)


class Internship(TaughtIn, Record):
    """A place for a student or a starter that an organisation offers (schema.org JobPosting).

    After the last day on which it is open nothing shows it any more: the clock decides, not a job.
    """

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="internships"
    )
    kind = term_key(Vocabulary.INTERNSHIP_KIND, verbose_name=_("kind"))
    levels = term_keys(Vocabulary.EDUCATION_LEVEL, verbose_name=_("levels"))
    sectors = term_keys(Vocabulary.SECTOR, verbose_name=_("fields"))
    programmes = ParentalManyToManyField(
        Programme,
        verbose_name=_("fits these programmes"),
        blank=True,
        related_name="internships_for_it",
        help_text=_("It shows on their pages too."),
    )
    description = RichTextField(_("description"), blank=True)
    building = models.ForeignKey(
        Building,
        verbose_name=_("building"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="internships",
    )
    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("Where, if not in a building of the park.")
    )
    start = PartialDateField(_("start"))
    weeks = models.PositiveSmallIntegerField(_("duration in weeks"), null=True, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours a week"), null=True, blank=True)
    allowance = models.CharField(_("allowance or pay"), max_length=160, blank=True)
    open_until = models.DateField(
        _("open until"), help_text=_("The last day to apply. After that day it leaves the site by itself.")
    )
    application_url = models.URLField(_("where to apply"), blank=True)
    contact_role = models.CharField(_("who answers"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("phone"), max_length=40, blank=True)

    objects = InternshipQuerySet.as_manager()

    only_shown_with: ClassVar[tuple[str, ...]] = ("organisation",)
    searched_fields = ("description",)
    found_by_names_of = ("organisation",)

    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("organisation"), term_panel("kind")]),
                    FieldPanel("open_until"),
                    FieldRowPanel([FieldPanel("start"), FieldPanel("weeks"), FieldPanel("hours")]),
                    FieldRowPanel([FieldPanel("building"), FieldPanel("place")]),
                    FieldPanel("languages"),
                ],
                heading=_("Internship"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("application_url"),
                    FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
                ],
                heading=_("How to apply"),
                help_text=_("An address to apply at, or a mailbox of a role, not of a person."),
            ),
            MultiFieldPanel(
                [
                    terms_panel("levels"),
                    terms_panel("sectors"),
                    FieldPanel("programmes", widget=forms.CheckboxSelectMultiple),
                ],
                heading=_("For whom, and in what field"),
            ),
        ],
        translated=["description", "allowance", "contact_role"],
        publishing=appearing(),
    )

    class Meta:
        verbose_name = _("internship")
        verbose_name_plural = _("internships")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the moment at which the public sees it no more: the end of its last day, on the park's clocks."""
        midnight = datetime.datetime.combine(self.open_until + ONE_DAY, datetime.time.min)
        self.expire_at = timezone.make_aware(midnight)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """It is open for a year at most, so that none is forgotten."""
        super().clean()
        if self.open_until and self.open_until > timezone.localdate() + LONGEST_OPEN:
            raise ValidationError({"open_until": _("At most a year ahead. Renew it then if it is still offered.")})

    def missing_for_publication(self) -> list[str]:
        """A day that is still to come, and a way to apply."""
        missing = super().missing_for_publication()
        if self.is_closed:
            missing.append(str(_("Its last day has passed: fill in a new one.")))
        if not (self.application_url or self.contact_email):
            missing.append(str(_("Say how to apply: an address on the web, or an e-mail address.")))
        return missing

    def search_terms(self) -> Iterable[Term | None]:
        """Its kind, levels and fields."""
        return [self.kind, *self.levels.all(), *self.sectors.all()]

    @property
    def is_closed(self) -> bool:
        """Whether its last day has passed."""
        return self.open_until < timezone.localdate()

    @property
    def shown_organisation(self) -> Organisation | None:
        """Who offers it, if the public may see that."""
        return shown(self.organisation)

    @property
    def shown_building(self) -> Building | None:
        """The building, if the public may see it."""
        return shown(self.building)

    @property
    def main_sector(self) -> Term:
        """The field by which a page colours it: its own first, else that of the organisation."""
        return next(iter(self.sectors.all()), self.organisation.sector)

    @property
    def where(self) -> str:
        """The place and the building in one line."""
        return joined(filter(None, [self.place, str(self.shown_building or "")]))

    @property
    def duration(self) -> str:
        """“20 weeks”, or nothing."""
        return ngettext("%(weeks)s week", "%(weeks)s weeks", self.weeks) % {"weeks": self.weeks} if self.weeks else ""

    @property
    def last_day(self) -> str:
        """“8 February 2027”."""
        return date_format(self.open_until, "DATE_FORMAT")

    @property
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it at a glance."""
        return known(
            Fact(_("Start"), format_partial_date(self.start)),
            Fact(_("Duration"), self.duration),
            Fact(_("Open until"), self.last_day),
        )

    @property
    def subject_facts(self) -> list[Fact]:
        """Where it is, and for whom."""
        return known(Fact(_("At"), str(self.organisation)), Fact(_("Level"), joined(self.levels.all())))
