from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from parkportal.core.languages import in_every_language

from .dated import Period
from .named import check_one_organisation, outside_name
from .organisation import Organisation


class RelationKind(models.TextChoices):
    """How an organisation relates to another; read from the organisation that holds the row."""

    PARENT = "parent", _("Part of")
    ACQUIRED_BY = "acquired-by", _("Acquired by")
    MERGED_INTO = "merged-into", _("Merged into")
    CONTINUED_AS = "continued-as", _("Continued as")
    SPUN_OUT_OF = "spun-out-of", _("Spun out of")
    FOUNDED_BY = "founded-by", _("Founded by")
    TENANT_OF = "tenant-of", _("Tenant of")
    SISTER = "sister", _("Sister organisation of")
    MEMBER_OF = "member-of", _("Member of")
    OWNED_BY = "owned-by", _("Owned by")


INVERSE_LABELS = {
    RelationKind.PARENT: _("Parent of"),
    RelationKind.ACQUIRED_BY: _("Acquired"),
    RelationKind.MERGED_INTO: _("Took in"),
    RelationKind.CONTINUED_AS: _("Continues"),
    RelationKind.SPUN_OUT_OF: _("Origin of"),
    RelationKind.FOUNDED_BY: pgettext_lazy("relation", "Founded"),
    RelationKind.TENANT_OF: _("Landlord of"),
    RelationKind.SISTER: _("Sister organisation of"),
    RelationKind.MEMBER_OF: _("Has as a member"),
    RelationKind.OWNED_BY: _("Owns"),
}


class OrganisationRelation(Period, Orderable):
    """A dated tie to another organisation, which may not be in the directory."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("kind"), max_length=20, choices=RelationKind)
    other = models.ForeignKey(
        Organisation,
        verbose_name=_("other organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="inverse_relations",
    )
    other_name = outside_name()
    note = models.CharField(_("note"), max_length=250, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("other"),
        FieldPanel("other_name"),
        *[FieldPanel(name) for name in in_every_language("note")],
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        pass

    def clean(self) -> None:
        """One other organisation: from the directory, or by name."""
        super().clean()
        check_one_organisation(self, "other", "other_name")

    @property
    def inverse_label(self) -> str:
        """The relation read from the other organisation."""
        return str(INVERSE_LABELS[RelationKind(self.kind)])
