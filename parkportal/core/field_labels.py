"""What a field is called for people: with its language where it is one language's."""

from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst


def field_label(model: type[Model], name: str) -> str:
    """The label of a field or a relation: “Summary (English)”."""
    base, _underscore, code = name.rpartition("_")
    language = dict(settings.LANGUAGES).get(code)
    if language and _label(model, base):
        return f"{_label(model, base)} ({language!s})"
    return _label(model, name) or name


def _label(model: type[Model], name: str) -> str:
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    if field.auto_created:
        return _heading(getattr(model, "edit_handler", None), name)
    return capfirst(str(field.verbose_name))


def _heading(panel: Any, name: str) -> str:
    """What the form calls the rows of a relation."""
    if getattr(panel, "relation_name", "") == name:
        return str(panel.heading)
    return next(filter(None, (_heading(child, name) for child in getattr(panel, "children", ()))), "")
