"""Renews what the reverse proxy keeps, after something was published or withdrawn."""

import logging
import urllib.error
import urllib.request
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model

from .languages import LANGUAGE_CODES
from .models import OutboxEntry
from .outbox import carries_out, put
from .record_urls import index_url

Naming = Callable[[Any], Iterable[str]]
_naming: dict[type[Model], list[Naming]] = defaultdict(list)

logger = logging.getLogger(__name__)
SECONDS_TO_WAIT = 10
FEW, MOST_PATHS = 50, 200
CACHE_REFRESH = "cache-refresh"


def refresh_after(changed: Any) -> None:
    """Have the addresses that show a page or record renewed, once the change is committed."""
    if settings.CACHE_REFRESH_URL:
        put(CACHE_REFRESH, uuid.uuid4().hex, {"paths": sorted(affected_paths(changed))})


def refresh_after_many(changed: Iterable[Any]) -> None:
    """The same for many at once; of more than some tens what names them follows when it expires."""
    if not settings.CACHE_REFRESH_URL:
        return
    changed = list(changed)
    find = affected_paths if len(changed) <= FEW else _own_paths
    paths = sorted(set().union(*map(find, changed)))
    for start in range(0, len(paths), MOST_PATHS):
        put(CACHE_REFRESH, uuid.uuid4().hex, {"paths": paths[start : start + MOST_PATHS]})


def affected_paths(changed: Any) -> set[str]:
    """The changed thing itself, what lists and names it, and the home pages. Other pages follow when they expire."""
    return _own_paths(changed) | {urlsplit(url).path for url in urls_naming(changed)}


def _own_paths(changed: Any) -> set[str]:
    paths = {f"/{code}/" for code in LANGUAGE_CODES}
    if hasattr(changed, "url_in"):
        indexes = {index_url(type(changed), code) for code in LANGUAGE_CODES}
        paths |= {changed.url_in(code) for code in LANGUAGE_CODES}
        paths |= {path for url in indexes if url for path in (url, f"{url}feed/atom/")}
    elif hasattr(changed, "get_parent"):
        parent = changed.get_parent()
        urls = {changed.url, parent.url if parent else ""}
        paths |= urls | {f"{url}{path}" for url in urls if url for path in ("feed/", "feed/atom/")}
    return {urlsplit(path).path for path in paths if path}


def names(model: type[Model]) -> Callable[[Naming], Naming]:
    """Register a function that gives the addresses which name a thing, besides its own."""

    def register(naming: Naming) -> Naming:
        _naming[model].append(naming)
        return naming

    return register


def urls_naming(thing: Any) -> set[str]:
    """The addresses of what names a thing."""
    return {url for kind in type(thing).__mro__ for naming in _naming.get(kind, ()) for url in naming(thing) if url}


def urls_in_every_language(record: Any) -> set[str]:
    """The addresses of a record."""
    return {record.url_in(code) for code in LANGUAGE_CODES}


@carries_out(CACHE_REFRESH)
def refresh_paths(entry: OutboxEntry) -> None:
    """Ask the proxy's inner address for each path, which makes it fetch the page anew; twice does no harm."""
    host = urlsplit(settings.SITE_URL).netloc
    for path in entry.payload["paths"]:
        request = urllib.request.Request(f"{settings.CACHE_REFRESH_URL}{path}", headers={"Host": host})
        try:
            urllib.request.urlopen(request, timeout=SECONDS_TO_WAIT).close()
        except urllib.error.HTTPError as error:
            logger.info("Renewed %s: %s", path, error.code)
        except OSError as error:
            logger.warning("Could not renew %s: %s", path, error)
