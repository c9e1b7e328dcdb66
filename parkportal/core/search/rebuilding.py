"""Writes the whole index anew."""

from collections.abc import Iterator
from itertools import batched
from typing import Any

from django.apps import apps
from django.db import transaction

from ..models import SearchEntry, SearchWord
from .indexing import write_entries
from .searchable import Searchable

AT_ONCE = 500


def rebuild() -> Iterator[tuple[str, int]]:
    """Write every entry; gives each model's name and how many there are of it."""
    with transaction.atomic():
        SearchEntry.objects.all().delete()
        SearchWord.objects.all().delete()
        for model in searchable_models():
            total = 0
            for things in batched(model._default_manager.order_by("pk").iterator(AT_ONCE), AT_ONCE, strict=False):
                write_entries(things)
                total += len(things)
            yield model._meta.label, total


def searchable_models() -> list[Any]:
    """Every model with entries; of models that stand on each other, the most special ones."""
    models = [model for model in apps.get_models() if issubclass(model, Searchable)]
    return [model for model in models if not any(model in other.__mro__[1:] for other in models)]
