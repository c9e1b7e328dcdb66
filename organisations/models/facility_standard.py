from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from parkportal.core.admin_widgets import term_panel
from parkportal.core.facts import joined
from parkportal.core.languages import in_every_language
from parkportal.core.models import Vocabulary
from parkportal.core.models.term import term_key
from parkportal.core.partial_date import PartialDateField, format_partial_date

from .facility import Facility


class FacilityStandard(Orderable):
    """A standard with its status: working in line with GMP is not being licensed for it."""

    facility = ParentalKey(Facility, on_delete=models.CASCADE, related_name="standards")
    standard = term_key(Vocabulary.STANDARD, verbose_name=_("standard"))
    status = term_key(Vocabulary.STANDARD_STATUS, verbose_name=_("status"))
    body = models.CharField(pgettext_lazy("certificate", "issued by"), max_length=120, blank=True)
    number = models.CharField(_("number"), max_length=60, blank=True)
    valid_until = PartialDateField(_("valid until"))
    scope = models.CharField(_("scope"), max_length=200, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        FieldRowPanel([term_panel("standard"), term_panel("status")]),
        FieldRowPanel([FieldPanel("body"), FieldPanel("number"), FieldPanel("valid_until")]),
        *[FieldPanel(name) for name in in_every_language("scope")],
        FieldPanel("source"),
    ]

    @property
    def proof(self) -> str:
        """Who says so, under which number, until when, and where that was read."""
        until = gettext("valid until %(date)s") % {"date": format_partial_date(self.valid_until)}
        return joined(filter(None, [self.body, self.number, until if self.valid_until else "", self.source]))
