"""Names made into keys and addresses."""

from itertools import chain, count

from django.db.models import Model
from django.utils.text import slugify

LONGEST = 70  # With a number behind it, it fits in every column.


def free_slug(model: type[Model], column: str, text: str) -> str:
    """The text as a slug that no row of the model has yet, with a number behind it where one does."""
    name = slugify(text)[:LONGEST].strip("-") or str(model._meta.model_name)
    taken = set(model._default_manager.filter(**{f"{column}__startswith": name}).values_list(column, flat=True))
    return next(slug for slug in chain([name], (f"{name}-{n}" for n in count(2))) if slug not in taken)
