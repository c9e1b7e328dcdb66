from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.url_routing import RouteResult

from ..frame import LanguageLink, breadcrumbs, page_language_links
from ..page_rights import PageRights
from ..publication import CheckedBeforePublishing
from ..search.searchable import Searchable, Texts
from ..sharing import Share, share
from ..translating.forms import TranslatedPageForm
from ..translating.panels import language_panels
from ..visibility import VisiblePageQuerySet, is_published
from .translated import Translated


class BasePage(Searchable, Translated, CheckedBeforePublishing, Page):
    """What every page of the site has: SEO fields, a social image, the way up and its other languages.

    ``seo_title`` and ``search_description`` are Wagtail's own fields.
    """

    social_image = models.ForeignKey(
        "core.ParkImage",
        verbose_name=_("social image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown where the page is shared. Without one the page's own picture serves."),
    )

    objects = PageManager.from_queryset(VisiblePageQuerySet)()

    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("social_image")], _("For sharing")),
    ]
    settings_panels = [*language_panels(), *Page.settings_panels]
    base_form_class = TranslatedPageForm
    schema_type: ClassVar[str] = "WebPage"
    search_kind: ClassVar[str] = Page._meta.label_lower
    found_by_names_of: ClassVar[tuple[str, ...]] = ()
    shown_with: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Wagtail's routing, but the clock decides too."""
        if not path_components and not is_published(self):
            raise Http404
        return super().route(request, path_components)

    def permissions_for_user(self, user: Any) -> PageRights:
        """What somebody of the staff may do with it."""
        return PageRights(user, self)

    def is_hidden_from(self, user: Any) -> bool:
        """Whether somebody of the staff must not see it."""
        return False

    @property
    def ancestors(self) -> list[Page]:
        """The pages above, from the home page down; the router has them already."""
        if not hasattr(self, "_ancestors"):
            self._ancestors = list(self.get_ancestors().filter(depth__gt=1).select_related("locale"))
        return self._ancestors

    @ancestors.setter
    def ancestors(self, pages: list[Page]) -> None:
        self._ancestors = pages

    @property
    def absolute_url(self) -> str:
        """The address with the site's own host, whatever host was asked."""
        return f"{settings.SITE_URL}{self.url}"

    @property
    def meta_description(self) -> str:
        """What search engines and shared links say of the page."""
        return self.search_description or str(getattr(self, "lead", "") or getattr(self, "intro", ""))

    @property
    def share_image(self) -> Any:
        """The image of a shared link, or None."""
        return self.social_image or getattr(self, "picture", None)

    def share(self) -> Share:
        """What shows where the page is shared."""
        return share(self.seo_title or self.title, self.meta_description, self.share_image)

    def search_language(self) -> str:
        """The language of the tree that it stands in."""
        return self.locale.language_code

    def search_names(self) -> Iterable[str]:
        """Its title."""
        return [self.title]

    def search_summary(self) -> Texts:
        """What it says of itself in a sentence."""
        return [(self.search_language(), self.meta_description)]

    def search_text(self) -> Texts:
        """Its text."""
        body = getattr(self, "body", None)
        texts = body.stream_block.get_searchable_content(body) if body else []
        return [(self.search_language(), str(text)) for text in texts]

    def json_ld(self) -> dict[str, Any]:
        """The page as schema.org data; page types add what they know."""
        return {
            "@context": "https://schema.org",
            "@type": self.schema_type,
            "name": self.title,
            "url": self.absolute_url,
            "inLanguage": self.locale.language_code,
            "description": self.meta_description,
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The frame around the page's own content."""
        context = super().get_context(request, *args, **kwargs)
        links = self.language_links(**kwargs)
        context.update(
            breadcrumbs=breadcrumbs(self.ancestors),
            language_links=links,
            alternates=[link for link in links if link.exists],
        )
        return context | self.described(**kwargs)

    def described(self, **kwargs: Any) -> dict[str, Any]:
        """What machines read of the page."""
        return {"json_ld": self.json_ld(), "share": self.share()}

    def with_original(self, context: dict[str, Any]) -> dict[str, Any]:
        """The context, and the link to the language that the text was translated from, if it was."""
        links = context["language_links"]
        found = (link for link in links if link.code == self.original_language and not link.current)
        return context | {"original": next(found, None)}

    def language_links(self, **kwargs: Any) -> list[LanguageLink]:
        """A link for every language of the site."""
        return page_language_links(self, self.ancestors)
