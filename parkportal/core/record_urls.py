"""Where records live: below the index page of their model, in each language."""

from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Model
from wagtail.models import get_page_models

from .kept import Kept
from .languages import current_language
from .visibility import visible_pages


def index_url(model: type[Model], language: str | None = None) -> str | None:
    """The address of the index page of a model's records, or None while there is none in that language."""
    return index_urls().get((model._meta.label, language or current_language()))


def absolute(url: str) -> str:
    """An address with the site's own host; nothing stays nothing."""
    return urljoin(settings.SITE_URL, url) if url else ""


def _read() -> dict[tuple[str, str], str]:
    kinds = {kind: kind.record_model._meta.label for kind in get_page_models() if hasattr(kind, "record_model")}
    pages = visible_pages().type(*kinds).select_related("locale", "content_type").order_by("-path")
    return {(kinds[page.specific_class], page.locale.language_code): page.url for page in pages if page.url}


index_urls = Kept("record-index-urls", _read)
