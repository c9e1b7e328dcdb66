"""Names made into keys and addresses."""

from itertools import chain, count
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.urls import Resolver404, resolve
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.models import Page

LONGEST = 70  # With a number behind it, it fits in every column.
STEPS_OF_LISTS = frozenset({"feed"})  # What a list answers itself.
OWN_ADDRESS = _("The site itself uses the address “%(slug)s”. Choose another.")


def free_slug(model: type[Model], column: str, text: str) -> str:
    """The text as a slug that no row of the model has yet, with a number behind it where one does."""
    name = slugify(text)[:LONGEST].strip("-") or str(model._meta.model_name)
    taken = set(model._default_manager.filter(**{f"{column}__startswith": name}).values_list(column, flat=True))
    return next(slug for slug in chain([name], (f"{name}-{n}" for n in count(2))) if slug not in taken)


def refuse_own_address(slug: str, steps: frozenset[str] = STEPS_OF_LISTS) -> None:
    """Raise a ValidationError if what is above answers at this address itself."""
    if slug in steps:
        raise ValidationError(OWN_ADDRESS, params={"slug": slug})


def refuse_own_page_address(parent: Page, slug: str) -> None:
    """Raise a ValidationError if a page would never be seen, for at its address stands a form, the search or a feed."""
    refuse_own_address(slug)
    with override(parent.locale.language_code):
        try:
            match = resolve(f"{urlsplit(parent.url or '/').path}{slug}/")
        except Resolver404:
            return
    if match.view_name != "wagtail_serve":
        raise ValidationError(OWN_ADDRESS, params={"slug": slug})
