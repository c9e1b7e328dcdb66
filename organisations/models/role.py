from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from parkportal.core.languages import in_every_language, localise
from parkportal.core.partial_date import PartialDateField
from parkportal.core.search.searchable import Searchable, Texts, texts_of

from .dated import Period
from .organisation import Organisation
from .person import Person


class Role(Searchable, Period):
    """What a person was, where and when (schema.org OrganizationRole). Articles and seats refer to it,
    so that the function at the time stays true."""

    person = models.ForeignKey(Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="roles")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="roles",
    )
    organisation_name = models.CharField(
        _("its name"), max_length=160, blank=True, help_text=_("Only if it is not in the directory.")
    )
    title = models.CharField(_("role"), max_length=160)
    as_of = PartialDateField(_("known as of"))
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        FieldPanel("person"),
        FieldPanel("organisation"),
        FieldPanel("organisation_name"),
        *[FieldPanel(name) for name in in_every_language("title")],
        FieldRowPanel([FieldPanel("since"), FieldPanel("until"), FieldPanel("as_of")]),
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["person__family_name", "-since", "-as_of"]

    def __str__(self) -> str:
        return f"{self.person}, {localise(self, 'title')}"

    def search_names(self) -> Iterable[str]:
        """The person's name."""
        return [str(self.person)]

    def search_keywords(self) -> Texts:
        """The function in every language."""
        return texts_of(self, "title")

    @property
    def organisation_label(self) -> str:
        """The organisation's name, in the directory or not."""
        return str(self.organisation) if self.organisation else self.organisation_name
