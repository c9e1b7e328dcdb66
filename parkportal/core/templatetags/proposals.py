"""What the page of a proposal needs to name its fields."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def at(found: Mapping[Any, Any], key: Any) -> Any:
    """What stands at a key, or nothing."""
    return found.get(key)


@register.filter
def in_name(key: int, what: str) -> str:
    """The name of a form's field about a value."""
    return f"{what}-{key}"
