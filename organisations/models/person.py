from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PublishingPanel

from parkportal.core.languages import Localised, current_language
from parkportal.core.models import Drafted
from parkportal.core.models.addressed import Addressed
from parkportal.core.models.record_index import preview_record
from parkportal.core.record_urls import index_url
from parkportal.core.slugs import free_slug

from ..querysets import PersonQuerySet

if TYPE_CHECKING:
    from .role import Role

from parkportal.core.search.indexing import write_entries


class Person(Addressed, Drafted, ClusterableModel):
    """A person known for a public role: only the name, so that a role can say whose it is.

    Unpublished, neither the person nor any of the roles is named anywhere. A page of their own is the exception.
    """

    given_name = models.CharField(_("given name"), max_length=80)
    infix = models.CharField(_("infix"), max_length=30, blank=True, help_text=_("Such as “de” or “van der”."))
    family_name = models.CharField(_("family name"), max_length=80)
    has_page = models.BooleanField(
        _("has a page"),
        default=False,
        help_text=_("A page with this person's public roles. Only for who holds an office and knows of it."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("The last part of the page's address. Left empty, it is made from the name."),
    )
    updated = models.DateTimeField(_("updated"), auto_now=True)

    objects = PersonQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("given_name"), FieldPanel("infix"), FieldPanel("family_name")]),
        FieldPanel("has_page"),
        FieldPanel("slug"),
        PublishingPanel(),
    ]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["family_name", "given_name"]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.given_name, self.infix, self.family_name]))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make a missing address first, for drafts are not cleaned. The person's roles are found by the name."""
        self.slug = self.slug or free_slug(type(self), "slug", str(self))
        super().save(*args, **kwargs)
        write_entries(self.roles.all())

    @cached_property
    def visible_roles(self) -> list["Role"]:
        """The public roles, those of today first."""
        roles = self.roles.visible().with_names()  # type: ignore[attr-defined]
        return sorted(roles, key=lambda role: not role.is_current)

    def url_in(self, language: str) -> str:
        """The address of the page in one language; empty without a page."""
        parent = index_url(type(self), language) if self.has_page else ""
        return f"{parent}{self.slug}/" if parent else ""

    @property
    def localised_name(self) -> Localised:
        """The name, which is the same in every language."""
        return Localised(str(self), current_language(), current_language())

    @property
    def localised_summary(self) -> Localised:
        """What this person is today, else what the person was last, in one line."""
        current = [role.in_words for role in self.visible_roles if role.is_current]
        last = [f"{role.in_words} ({role.when})" if role.when else role.in_words for role in self.visible_roles[:1]]
        return Localised("; ".join(current or last), current_language(), current_language())

    def preview(self, request: HttpRequest, language: str) -> TemplateResponse:
        """The page, though the person may not have one."""
        return preview_record(self, request, language)
