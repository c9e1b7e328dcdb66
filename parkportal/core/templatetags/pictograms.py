"""Signs in the page itself, which costs less than a file that holds them all."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from ..pictograms import drawn

register = template.Library()


@register.simple_tag
def sign(family: str, name: str) -> SafeString:
    """The shapes of a sign; nothing for a term that nobody drew."""
    return mark_safe(drawn(family).get(name, ""))  # noqa: S308 -- A file of the repository.
