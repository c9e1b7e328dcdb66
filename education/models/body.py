from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from parkportal.core.admin_widgets import term_panel
from parkportal.core.languages import in_every_language
from parkportal.core.models import Vocabulary
from parkportal.core.models.term import term_key

from .partnership import Partnership


class Body(Orderable, ClusterableModel):
    """A steering group, board or committee of a partnership, with its seats."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="bodies")
    kind = term_key(Vocabulary.BODY_KIND, verbose_name=_("kind"))
    name = models.CharField(_("name"), max_length=160)
    description = models.TextField(_("description"), blank=True)

    panels = [
        term_panel("kind"),
        *[FieldPanel(name) for name in in_every_language("name", "description")],
        InlinePanel("seats", heading=_("Seats"), label=_("Seat")),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
