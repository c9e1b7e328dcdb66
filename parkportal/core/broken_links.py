"""Looks for links that lead nowhere in all that is public, and keeps what it finds for the staff.

The worker looks a few times a day, and at each thing when it is published. Addresses of other sites are not asked.
"""

import uuid
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from .checks.links import broken_targets
from .checks.passages import passages_of
from .models import BasePage, BrokenLink, Drafted, OutboxEntry
from .outbox import carries_out, put
from .visibility import is_visible, visible_pages

LOOK = "look-for-broken-links"


def look_at_everything() -> int:
    """Look at all that is public; gives how many links lead nowhere."""
    seen = [key for thing in _public_things() for key in look_at(thing)]
    BrokenLink.objects.exclude(pk__in=seen).delete()
    return len(seen)


@transaction.atomic
def look_at(thing: Any) -> list[int]:
    """Keep what is found in one thing, with the moment at which each was first found; gives the keys."""
    where = {"content_type": _kind(thing), "object_id": str(thing.pk)}
    keys = []
    for broken in broken_targets(passages_of(thing)):
        target = f"{broken.link.kind} {broken.link.target}".strip()[:500]
        link, _created = BrokenLink.objects.get_or_create(
            **where, text=broken.link.text[:255], target=target, defaults={"found": timezone.now()}
        )
        keys.append(link.pk)
    BrokenLink.objects.filter(**where).exclude(pk__in=keys).delete()
    return keys


def look_soon(thing: Any) -> None:
    """Have the worker look at something that was published."""
    put(LOOK, uuid.uuid4().hex, {"kind": _kind(thing).pk, "key": thing.pk})


@carries_out(LOOK)
def look(entry: OutboxEntry) -> None:
    """Look at it, if the public may see it still."""
    kind = ContentType.objects.get_for_id(entry.payload["kind"])
    model: Any = kind.model_class()
    thing = model._base_manager.filter(pk=entry.payload["key"]).first()
    if thing is not None and is_visible(thing):
        look_at(thing.specific if isinstance(thing, Page) else thing)


def _kind(thing: Any) -> ContentType:
    """Of a page the type of all pages, so that one list finds them."""
    return ContentType.objects.get_for_model(Page if isinstance(thing, Page) else type(thing))


def _public_things() -> Iterator[Any]:
    yield from (page for page in visible_pages().specific().iterator(200) if isinstance(page, BasePage))
    for model in apps.get_models():
        if issubclass(model, Drafted):
            yield from model._default_manager.visible().iterator(200)
