from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from organisations.models import Organisation, Role
from organisations.models.dated import Period
from parkportal.core.admin_widgets import term_panel
from parkportal.core.models import Vocabulary
from parkportal.core.models.term import term_key
from parkportal.core.visibility import shown

from .partnership import Partnership


class PartnershipMember(Period, Orderable):
    """An organisation in a partnership, in its role, since and until (schema.org OrganizationRole)."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="members")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="memberships"
    )
    role = term_key(Vocabulary.PARTNERSHIP_ROLE, verbose_name=pgettext_lazy("partnership", "role"))
    signed_by = models.ForeignKey(
        Role,
        verbose_name=_("on whose word"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="signed_memberships",
        help_text=_("Who signed or gave the starting signal, in the role of that day."),
    )
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("organisation"), term_panel("role")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("signed_by"),
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("member")
        verbose_name_plural = _("members")

    @property
    def shown_signatory(self) -> Role | None:
        """Who signed, if the public may see that."""
        return shown(self.signed_by)
