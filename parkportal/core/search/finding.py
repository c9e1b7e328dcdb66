"""Finding within a list: the records and pages of one model that answer a text."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast, Concat

from ..models import SearchEntry
from .query import Query
from .ranking import ByteOrder, Tier
from .searchable import kind_of
from .understanding import understand


def matching[AnyQuerySet: Any](things: AnyQuerySet, text: str) -> AnyQuerySet:
    """Those that answer the text themselves, or are tied to something visible of that name."""
    query = understand(text)
    if not query:
        return things.none() if text.strip() else things
    own = Q(pk__in=SearchEntry.objects.of(kind_of(things.model)).found(query).values("object_id"))
    tied = (_tied(things.model, path, query) for path in getattr(things.model, "found_by_names_of", ()))
    return things.filter(reduce(or_, tied, own))


def by_relevance[AnyQuerySet: Any](things: AnyQuerySet, text: str) -> AnyQuerySet:
    """In the order in which they answer the text, then by name."""
    query = understand(text)
    if not query:
        return things
    entries = SearchEntry.objects.of(kind_of(things.model)).filter(object_id=OuterRef("pk"))
    # Tier and name in one, because each asks the index once for every record that was found.
    place = entries.ranked(query).values_list(Concat(Cast("tier", TextField()), "names"))
    return things.order_by(ByteOrder(Subquery(place)), "pk")


def _tied(model: type[Model], path: str, query: Query) -> Q:
    """Whether something visible at the end of a path of relations is called so."""
    target = _end_of(model, path)
    named = SearchEntry.objects.of(kind_of(target)).found(query).ranked(query).filter(tier__lte=Tier.BEGINNINGS_IN_NAME)
    manager = target._default_manager
    # A role has no visibility of its own; here it is seen as part of what it is tied to.
    ends = getattr(manager, "visible", manager.all)().filter(pk__in=named.values("object_id"))
    # Through a subquery of its own, so that no row comes twice.
    return Q(pk__in=model._default_manager.filter(**{f"{path}__in": ends.values("pk")}).values("pk"))


def _end_of(model: type[Model], path: str) -> type[Model]:
    for step in path.split("__"):
        model = model._meta.get_field(step).related_model  # type: ignore[assignment]
    return model
