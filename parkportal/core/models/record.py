import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from ..addresses import Addresses
from ..languages import LANGUAGE_CODES, Localised, in_every_language, localise
from ..querysets import RecordQuerySet
from ..record_urls import index_url
from ..search.searchable import Searchable, Texts, texts_of
from ..slugs import STEPS_OF_LISTS, refuse_own_address
from .addressed import Addressed
from .drafted import REQUIRED, Drafted
from .former_address import FormerAddress

DAYS_UNTIL_OLD = 365


@dataclass(frozen=True)
class Confirmation:
    """Who last said that a record is right, when, and whether that is long ago."""

    by: str
    on: datetime.date
    is_old: bool


class ConfirmedBy(models.TextChoices):
    """Who said that a record is right."""

    ORGANISATION = "organisation", _("the organisation")
    STAFF = "staff", _("park staff")


class Record(Addressed, Searchable, Drafted, ClusterableModel):
    """A fact the park keeps: one record for all languages, with drafts, history and preview.

    ``searched_fields`` are the translated fields of text that are found, ``found_by_names_of`` the relations to
    records by whose names it is found too.
    """

    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, help_text=_("The last part of the page's address.")
    )
    summary = models.CharField(
        _("summary"), max_length=160, blank=True, help_text=_("One sentence of at most 160 characters.")
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    confirmed_by = models.CharField(_("confirmed by"), max_length=20, choices=ConfirmedBy, blank=True)
    source_url = models.URLField(_("source"), blank=True, max_length=500)
    source_note = models.CharField(_("note on the source"), max_length=250, blank=True)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    updated = models.DateTimeField(_("updated"), auto_now=True)

    objects = RecordQuerySet.as_manager()

    searched_fields: ClassVar[tuple[str, ...]] = ()
    found_by_names_of: ClassVar[tuple[str, ...]] = ()
    fallback_slug_column: ClassVar[str] = f"slug_{settings.LANGUAGE_CODE}"
    steps_of_list: ClassVar[frozenset[str]] = STEPS_OF_LISTS
    addresses: Addresses | None = None
    """Those of all records, if somebody who checks many brings them along; else each is looked up."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(localise(self, "name"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and remember the addresses that visitors may still have."""
        before = type(self)._default_manager.filter(pk=self.pk, live=True).first() if self.pk else None
        super().save(*args, **kwargs)
        if before:
            self.remember_addresses(before)

    def remember_addresses(self, before: "Record") -> None:
        """Keep the addresses it had before and no longer has."""
        for code in LANGUAGE_CODES:
            slug = before.slug_in(code)
            if slug != self.slug_in(code):
                former = {"kind": self._meta.label_lower, "language": code, "slug": slug}
                FormerAddress.objects.update_or_create(**former, defaults={"record_id": self.pk})

    def clean(self) -> None:
        """Ask for a name, make a missing address from it, and refuse one that another record answers to."""
        super().clean()
        column, *_others = columns = in_every_language("name")
        name = next(filter(None, (getattr(self, each) for each in columns)), "")
        if not name:
            raise ValidationError({column: REQUIRED})
        first = self.fallback_slug_column
        if not getattr(self, first):
            setattr(self, first, slugify(name)[:120])
        for code in LANGUAGE_CODES:
            setattr(self, f"slug_{code}", getattr(self, f"slug_{code}") or None)
            try:
                refuse_own_address(self.slug_in(code), self.steps_of_list)
            except ValidationError as error:
                raise ValidationError({f"slug_{code}": error}) from None
            if self._is_address_taken(code):
                message = _("Another entry already has the address “%(slug)s”.")
                raise ValidationError({f"slug_{code}": ValidationError(message, params={"slug": self.slug_in(code)})})

    def _is_address_taken(self, code: str) -> bool:
        if self.addresses is not None:
            return self.addresses.is_taken(self, code)
        return bool(type(self)._default_manager.exclude(pk=self.pk).with_slug(self.slug_in(code), code).exists())

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish, and note where what changed comes from."""
        from ..provenance import note_changes, noted_content  # It stands on models.

        with transaction.atomic():
            before = self.live_revision.content if self.live and self.live_revision else noted_content(self)
            result = super().publish(revision, *args, **kwargs)
            if type(self)._base_manager.filter(pk=self.pk, live=True, live_revision=revision.pk).exists():
                note_changes(self, before, revision.content)
            return result

    @property
    def key(self) -> str:
        """The record's name in query strings and data: its first address, the same in every language."""
        return getattr(self, self.fallback_slug_column)

    def slug_in(self, language: str) -> str:
        """The last part of the address in one language."""
        return getattr(self, f"slug_{language}") or self.key

    def url_in(self, language: str) -> str:
        """The address in one language; empty while that language has no index page for such records."""
        parent = index_url(type(self), language)
        return f"{parent}{self.slug_in(language)}/" if parent else ""

    @property
    def localised_name(self) -> Localised:
        """The name with its language."""
        return localise(self, "name")

    @property
    def localised_summary(self) -> Localised:
        """The summary with its language."""
        return localise(self, "summary")

    def search_names(self) -> Iterable[str]:
        """Its name in every language."""
        return filter(None, (getattr(self, column) for column in in_every_language("name")))

    def search_summary(self) -> Texts:
        """Its summary in every language."""
        return texts_of(self, "summary")

    def search_text(self) -> Texts:
        """The other texts in every language."""
        return texts_of(self, *self.searched_fields)

    def search_labels(self) -> dict[str, list[str]]:
        """Its name and the last part of its address."""
        return {code: [str(localise(self, "name", code)), self.slug_in(code)] for code in LANGUAGE_CODES}

    @property
    def confirmation(self) -> Confirmation | None:
        """Who last said that the record is right; None if nobody has."""
        if not self.confirmed_on:
            return None
        age = timezone.localdate() - self.confirmed_on
        return Confirmation(self.confirmed_by or ConfirmedBy.STAFF, self.confirmed_on, age.days > DAYS_UNTIL_OLD)

    def preview(self, request: HttpRequest, language: str) -> TemplateResponse:
        """The record's profile, by the template that the public sees."""
        from .record_index import preview_record  # The index page stands on records.

        return preview_record(self, request, language)
