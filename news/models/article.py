import datetime
import uuid
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import Manager
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index

from education.models import Event, Partnership
from organisations.models import Facility, Organisation, Role
from parkportal.core.models import BasePage
from parkportal.core.search.searchable import Texts
from parkportal.core.sharing import Share
from parkportal.core.visibility import shown

from ..blocks import PAGE_BLOCKS, follow_register
from ..forms import ArticleForm
from ..panels import article_tabs
from ..querysets import ArticleQuerySet, visible_records
from ..structured_data import article_data
from .article_type import ArticleType

if TYPE_CHECKING:
    from .correction import ArticleCorrection


class ArticleTopic(TaggedItemBase):
    """A topic of an article, a free word in the article's own language."""

    content_object = ParentalKey("news.Article", on_delete=models.CASCADE, related_name="topic_rows")


class Article(BasePage):
    """What every article has. Editors choose one of its kinds, from news story to event report."""

    article_type = models.CharField(_("type"), max_length=20, choices=ArticleType, editable=False)
    lead = models.CharField(
        _("lead"), max_length=250, blank=True, help_text=_("What happened, in at most 160 characters.")
    )
    picture = models.ForeignKey(
        "core.ParkImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(PAGE_BLOCKS, verbose_name=_("text"), blank=True)
    date = models.DateField(_("date"), default=timezone.localdate)
    place = models.CharField(
        _("place"), max_length=80, blank=True, help_text=_("Where the news comes from, as in a dateline.")
    )
    author = models.CharField(_("author"), max_length=120, blank=True)
    author_is_team = models.BooleanField(
        _("the author is a team"), default=False, help_text=_("Such as “the editors”, rather than one person.")
    )
    issuer = models.ForeignKey(
        Organisation,
        verbose_name=_("issued by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="issued_articles",
    )
    source_name = models.CharField(_("source"), max_length=160, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("In Dutch time. Published before then, the article stays out of sight until that moment."),
    )
    topics = ClusterTaggableManager(
        through=ArticleTopic,
        verbose_name=_("topics"),
        blank=True,
        help_text=_("In this page's language and in lower case, such as “cleanroom”."),
    )

    objects = PageManager.from_queryset(ArticleQuerySet)()  # type: ignore[misc]  # The stubs take it for an instance's.

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("author"),
        index.SearchField("source_name"),
        index.FilterField("article_type"),
        index.FilterField("date"),
        index.FilterField("embargo_until"),
    ]
    base_form_class = ArticleForm
    edit_handler = article_tabs()
    is_creatable = False
    kind: ClassVar[str] = ""
    genre: ClassVar[str] = ""
    needed: ClassVar[dict[str, str | Promise]] = {"lead": _("Write the lead."), "body": _("Write the text.")}
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    schema_type = "NewsArticle"
    shown_with: ClassVar[tuple[str, ...]] = ("picture", "issuer")
    search_kind = "news.article"  # Of every kind of article.
    found_by_names_of = (
        "organisation_rows__organisation",
        "facility_rows__facility",
        "partnership_rows__partnership",
    )
    row_names: ClassVar[tuple[str, ...]] = (
        "organisation_rows",
        "facility_rows",
        "partnership_rows",
        "event_rows",
        "role_rows",
        "correction_rows",
    )
    template = "news/article.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = (("see_embargoed", "Can see articles under embargo that others wrote"),)

    @property
    def kind_label(self) -> str:
        """The type in words."""
        return str(self.get_article_type_display())

    @property
    def stable_id(self) -> str:
        """An id that stays when the address changes, and differs between the languages."""
        return uuid.uuid5(self.translation_key, str(self.locale_id)).urn

    @property
    def published_at(self) -> datetime.datetime:
        """When readers could first see it; the start of its date if that is another day than its publication."""
        moments = [moment for moment in (self.go_live_at, self.first_published_at) if moment]
        if moments and timezone.localdate(min(moments)) == self.date:
            return min(moments)
        return timezone.make_aware(datetime.datetime.combine(self.date, datetime.time.min))

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last corrected in public, else when it was published. A mended spelling mistake is no change."""
        return max([self.published_at, *(note.made_at for note in self.corrections)])

    @property
    def is_embargoed(self) -> bool:
        """Whether the public may not see it yet."""
        return self.embargo_until is not None and self.embargo_until > timezone.now()

    def is_hidden_from(self, user: Any) -> bool:
        """Under embargo, from whom neither wrote it nor has the right to see such."""
        return self.owner_id != user.pk and not user.has_perm("news.see_embargoed") and self.is_embargoed

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """A draft is hidden by the embargo that it was last given."""
        revision = super().save_revision(*args, **kwargs)
        if not self.live:
            Article.objects.filter(pk=self.pk).update(embargo_until=self.embargo_until)
        return revision

    def settle(self) -> None:
        """Set what follows from other fields. An embargo is a date of going live, which every page obeys."""
        self.article_type = self.kind or self.article_type
        self.original_language = self.original_language or self.locale.language_code
        if not self.first_published_at:
            follow_register(self.body)
        if self.is_embargoed:
            self.go_live_at = self.embargo_until

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Settle first, so that every revision is settled."""
        self._set_core_field_defaults()
        self.settle()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Settle first, for drafts are not cleaned."""
        self._set_core_field_defaults()
        self.settle()
        return super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "Article":
        """Settle what comes out of a revision: publishing reads ``go_live_at`` from it."""
        article = super().with_content_json(content)
        article.settle()
        return article

    def missing_for_publication(self) -> list[str]:
        """What its kind needs and does not have, in the order of ``needed``, and what every page needs."""
        missing = [str(sentence) for name, sentence in self.needed.items() if self._is_empty(name)]
        return [*missing, *super().missing_for_publication()]

    def _is_empty(self, name: str) -> bool:
        """Whether nothing was filled in; for rows, whether there are none."""
        value = getattr(self, name)
        return not (value.exists() if isinstance(value, Manager) else value)

    @cached_property
    def corrections(self) -> list["ArticleCorrection"]:
        """The public notes on what was wrong, the newest first."""
        return sorted(self.correction_rows.all(), key=lambda row: row.made_at, reverse=True)

    @cached_property
    def organisations(self) -> list[Organisation]:
        """The visible organisations it is about."""
        return visible_records(Organisation, [row.organisation_id for row in self.organisation_rows.all()])

    @cached_property
    def facilities(self) -> list[Facility]:
        """The visible facilities it is about."""
        return visible_records(Facility, [row.facility_id for row in self.facility_rows.all()])

    @cached_property
    def partnerships(self) -> list[Partnership]:
        """The visible partnerships it is about."""
        return visible_records(Partnership, [row.partnership_id for row in self.partnership_rows.all()])

    @cached_property
    def events(self) -> list[Event]:
        """The visible events that it announces or reports."""
        return visible_records(Event, [row.event_id for row in self.event_rows.all()])

    @cached_property
    def people(self) -> list[Role]:
        """The visible people whom it names, in their roles at the time."""
        keys = [row.role_id for row in self.role_rows.all()]
        found = Role.objects.visible().with_names().in_bulk(keys) if keys else {}
        return [found[key] for key in keys if key in found]

    @cached_property
    def topic_tags(self) -> list[Any]:
        """Its topics, asked once."""
        return list(self.topics.all())

    @cached_property
    def visible_issuer(self) -> Organisation | None:
        """Who issued it, if the public may see that organisation."""
        return shown(self.issuer)

    def search_keywords(self) -> Texts:
        """Its topics, its kind, and who wrote it."""
        topics = [topic.name for topic in self.topics.all()]
        return [(self.locale.language_code, text) for text in [*topics, self.author, self.source_name, self.place]]

    def search_summary(self) -> Texts:
        """Its lead."""
        return [(self.locale.language_code, self.lead)]

    def search_day(self) -> datetime.date | None:
        """Its date."""
        return self.date

    def share(self) -> Share:
        """A card of an article, which has a time."""
        times = {"published": self.published_at.isoformat(), "modified": self.updated_at.isoformat()}
        return replace(super().share(), kind="article", **times)

    def json_ld(self) -> dict[str, Any]:
        """The article as schema.org data."""
        return super().json_ld() | article_data(self)

    def shown(self) -> dict[str, Any]:
        """What the page of this kind of article shows."""
        from ..selectors import article_page  # Selectors stand on the models.

        return article_page(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The article with what it is about, and the language it was written in."""
        return self.with_original(super().get_context(request, *args, **kwargs)) | self.shown()
