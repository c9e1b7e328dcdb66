from collections.abc import Iterable

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import term_panel
from parkportal.core.facts import Fact, known
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_key
from parkportal.core.partial_date import PartialDateField, format_partial_date
from parkportal.core.search.searchable import Texts, texts_of

from ..querysets import PartnershipQuerySet

Text = str | Promise


KEEP = _("Who leaves gets an “until”; don't delete the row, for past days are shown from it.")
CHANGED = _("A line that is changed ends: fill in “until”, and add the new line with “since”.")
COUNTED = _("The balance of business, education and government is counted from the seats.")
UNKNOWN = _("What the source doesn't say stays empty: a grant may be shown without its amount.")


def _rows(name: str, heading: Text, label: Text, help_text: Text = "", *, is_open: bool = False) -> InlinePanel:
    """Rows of one kind; all but the first kind are folded until somebody needs them."""
    return InlinePanel(
        name, heading=heading, label=label, help_text=help_text, classname="" if is_open else "collapsed"
    )


class Partnership(Record):
    """Organisations that work together under one name (schema.org Organization), with who does what and since when."""

    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    kind = term_key(Vocabulary.PARTNERSHIP_KIND, verbose_name=_("kind"))
    description = RichTextField(_("description"), blank=True)
    aim = models.TextField(_("aim"), blank=True)
    started = PartialDateField(_("started"))
    ended = PartialDateField(_("ended"), begins="started")
    website = models.URLField(_("website"), blank=True)
    picture = models.ForeignKey(
        "core.ParkImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contact_role = models.CharField(_("who answers"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("phone"), max_length=40, blank=True)

    objects = PartnershipQuerySet.as_manager()

    searched_fields = ("description", "aim")
    found_by_names_of = ("members__organisation", "bodies__seats__role", "staff__role", "lines__lead_role")

    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("abbreviation"), term_panel("kind")]),
                    FieldRowPanel([FieldPanel("started"), FieldPanel("ended")]),
                    FieldPanel("website"),
                    FieldPanel("picture"),
                ],
                heading=_("Partnership"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")])],
                heading=_("Contact"),
                help_text=_("A mailbox of the partnership, not of a person. Who answers stands with each language."),
            ),
            _rows("members", _("Members"), _("Member"), KEEP, is_open=True),
            _rows("lines", _("Programme lines"), _("Programme line"), CHANGED),
            _rows("bodies", _("Bodies and who sits in them"), _("Body"), COUNTED),
            _rows("staff", _("Staff"), _("Member of staff"), _("Since when somebody works here stands with the role.")),
            _rows("milestones", _("Milestones"), _("Milestone")),
            _rows("results", _("What it has brought"), _("Result")),
            _rows("funding", _("Funding"), _("Grant"), UNKNOWN),
            _rows("activities", _("Activities"), _("Activity")),
            _rows("documents", _("Documents"), _("Document")),
        ],
        translated=["aim", "description", "contact_role"],
    )

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")

    def search_names(self) -> Iterable[str]:
        """Its names and its abbreviation."""
        return filter(None, [*super().search_names(), self.abbreviation])

    def search_terms(self) -> Iterable[Term | None]:
        """Its kind."""
        return [self.kind]

    def search_text(self) -> Texts:
        """Its texts, its lines, what it does each year and what it brought."""
        lines = [text for line in self.lines.all() for text in texts_of(line, "title", "aim", "results")]
        return [
            *super().search_text(),
            *lines,
            *(text for each in self.activities.all() for text in texts_of(each, "name")),
            *(text for each in self.results.all() for text in texts_of(each, "text")),
        ]

    @property
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it."""
        return known(*self._dates, self._members_fact)

    @property
    def _dates(self) -> tuple[Fact, Fact]:
        started, ended = format_partial_date(self.started), format_partial_date(self.ended)
        return Fact(_("Started"), started), Fact(_("Ended"), ended)

    @property
    def _members_fact(self) -> Fact:
        """How many members it has today, where the list counted them."""
        total = getattr(self, "member_count", 0)
        today = date_format(timezone.localdate(), "DATE_FORMAT")
        return Fact(_("Members on %(date)s") % {"date": today}, str(total or ""))
