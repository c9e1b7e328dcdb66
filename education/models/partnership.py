from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import term_panel
from parkportal.core.facts import Fact, known
from parkportal.core.models import Record, Vocabulary
from parkportal.core.models.term import term_key
from parkportal.core.partial_date import PartialDateField, format_partial_date

from ..querysets import PartnershipQuerySet


class Partnership(Record):
    """Organisations that work together under one name (schema.org Organization), with who does what and since when."""

    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    kind = term_key(Vocabulary.PARTNERSHIP_KIND, verbose_name=_("kind"))
    description = RichTextField(_("description"), blank=True)
    aim = models.TextField(_("aim"), blank=True)
    started = PartialDateField(_("started"))
    ended = PartialDateField(_("ended"))
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

    text_lookups = ("abbreviation", "members__organisation__name_nl")

    text_fields = ("name", "summary", "description", "aim")

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
            ),
            InlinePanel("members", heading=_("Members"), label=_("Member")),
            InlinePanel("lines", heading=_("Programme lines"), label=_("Programme line")),
            InlinePanel("bodies", heading=_("Bodies and who sits in them"), label=_("Body")),
            InlinePanel("staff", heading=_("Staff"), label=_("Member of staff")),
            InlinePanel("milestones", heading=_("Milestones"), label=_("Milestone")),
            InlinePanel("funding", heading=_("Funding"), label=_("Grant")),
            InlinePanel("activities", heading=_("Activities"), label=_("Activity")),
        ],
        translated=["aim", "description", "contact_role"],
    )

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")

    @property
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it."""
        return known(
            Fact(_("Started"), format_partial_date(self.started)),
            Fact(_("Ended"), format_partial_date(self.ended)),
        )
