from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from parkportal.core.search.indexing import write_entries


class Person(ClusterableModel):
    """A person known for a public role. Not a profile: only the name, so that a role can say whose it is."""

    given_name = models.CharField(_("given name"), max_length=80)
    infix = models.CharField(_("infix"), max_length=30, blank=True, help_text=_("Such as “de” or “van der”."))
    family_name = models.CharField(_("family name"), max_length=80)

    panels = [FieldRowPanel([FieldPanel("given_name"), FieldPanel("infix"), FieldPanel("family_name")])]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["family_name", "given_name"]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.given_name, self.infix, self.family_name]))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The person's roles are found by the name."""
        super().save(*args, **kwargs)
        write_entries(self.roles.all())
