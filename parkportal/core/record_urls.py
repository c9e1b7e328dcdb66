"""Where records live: below the index page of their model, in each language."""

from urllib.parse import urljoin

from django.conf import settings
from django.core.cache import cache
from django.db.models import Model
from wagtail.models import get_page_models

from .languages import current_language
from .visibility import visible_pages

CACHE_KEY = "record-index-urls"
CACHE_SECONDS = 60


def index_url(model: type[Model], language: str | None = None) -> str | None:
    """The address of the index page of a model's records, or None while there is none in that language."""
    urls = cache.get(CACHE_KEY)
    if urls is None:
        urls = _index_urls()
        cache.set(CACHE_KEY, urls, CACHE_SECONDS)
    return urls.get((model._meta.label, language or current_language()))


def absolute(url: str) -> str:
    """An address with the site's own host; nothing stays nothing."""
    return urljoin(settings.SITE_URL, url) if url else ""


def forget_index_urls(**kwargs: object) -> None:
    """A receiver: some page was published, moved or unpublished."""
    cache.delete(CACHE_KEY)


def _index_urls() -> dict[tuple[str, str], str]:
    kinds = {kind: kind.record_model._meta.label for kind in get_page_models() if hasattr(kind, "record_model")}
    pages = visible_pages().type(*kinds).select_related("locale", "content_type").order_by("-path")
    return {(kinds[page.specific_class], page.locale.language_code): page.url for page in pages if page.url}
