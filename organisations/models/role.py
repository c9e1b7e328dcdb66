import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel

from parkportal.core.admin import language_tabs
from parkportal.core.languages import Localised, in_every_language, localise
from parkportal.core.models import Drafted
from parkportal.core.models.drafted import REQUIRED
from parkportal.core.partial_date import PartialDateField, format_partial_date
from parkportal.core.search.searchable import Searchable, Texts, texts_of
from parkportal.core.visibility import shown

from ..querysets import RoleQuerySet
from .dated import Period, language_names
from .named import check_one_organisation, outside_name
from .organisation import Organisation
from .person import Person

DAYS_KNOWN = 2 * 365  # So long after it was seen, a role without dates is taken to be held still.


class Role(Searchable, Drafted, Period):
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
    organisation_name = outside_name()
    title = models.CharField(_("role"), max_length=160)
    as_of = PartialDateField(_("known as of"))
    source = models.CharField(_("source"), max_length=250, blank=True)
    is_spokesperson = models.BooleanField(
        _("speaks to the press"),
        default=False,
        help_text=_("While the role is held, the press room names this person."),
    )
    phone = models.CharField(_("phone for the press"), max_length=40, blank=True)
    hours = models.CharField(_("when to call"), max_length=80, blank=True)
    languages = models.CharField(
        _("languages"), max_length=40, blank=True, help_text=_("Language codes, separated by commas: nl, en")
    )

    objects = RoleQuerySet.as_manager()

    only_shown_with = ("person",)
    edit_handler = language_tabs(
        translated=["title", "hours"],
        shared=[
            FieldPanel("person"),
            MultiFieldPanel([FieldPanel("organisation"), FieldPanel("organisation_name")], heading=_("Organisation")),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("since"), FieldPanel("until"), FieldPanel("as_of")]),
                    FieldPanel("source"),
                ],
                heading=_("When"),
            ),
            MultiFieldPanel(
                [FieldPanel("is_spokesperson"), FieldRowPanel([FieldPanel("phone"), FieldPanel("languages")])],
                heading=_("For the press"),
            ),
            PublishingPanel(),
        ],
    )

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["person__family_name", "-since", "-as_of"]

    def __str__(self) -> str:
        return f"{self.person}, {self.localised_title}"

    def clean(self) -> None:
        """A role has a title, and not two organisations."""
        super().clean()
        if not self.localised_title:
            first, *_others = in_every_language("title")
            raise ValidationError({first: REQUIRED})
        check_one_organisation(self, "organisation", "organisation_name", needed=False)

    @property
    def localised_title(self) -> Localised:
        """The title with its language."""
        return localise(self, "title")

    @property
    def localised_hours(self) -> Localised:
        """When to call, with its language."""
        return localise(self, "hours")

    @property
    def shown_organisation(self) -> Organisation | None:
        """The organisation, if the public may see it."""
        return shown(self.organisation)

    def search_names(self) -> Iterable[str]:
        """The person's name."""
        return [str(self.person)]

    def search_keywords(self) -> Texts:
        """The function in every language."""
        return texts_of(self, "title")

    @property
    def organisation_label(self) -> str:
        """The organisation's name, in the directory or not; nothing of one that the public may not see."""
        return str(self.shown_organisation or self.organisation_name)

    @property
    def in_words(self) -> str:
        """“Mayor, Municipality of Leiden”."""
        return ", ".join(filter(None, [str(self.localised_title), self.organisation_label]))

    @property
    def is_current(self) -> bool:
        """Whether it is held today. A role without dates is, as long as it was seen not too long ago."""
        if self.since or not self.as_of:
            return self.holds_now
        seen_lately = self.as_of >= str(timezone.localdate() - datetime.timedelta(days=DAYS_KNOWN))[: len(self.as_of)]
        return self.holds_now and seen_lately

    @property
    def when(self) -> str:
        """The period, else the day at which it is known."""
        as_of = _("as of %(date)s") % {"date": format_partial_date(self.as_of)} if self.as_of else ""
        return self.period or as_of

    @property
    def language_names(self) -> list[str]:
        """The languages spoken, as words."""
        return language_names(self.languages)

    def preview(self, request: HttpRequest, language: str) -> TemplateResponse:
        """The role as profiles show it."""
        return TemplateResponse(request, "organisations/role_preview.html", {"role": self})
