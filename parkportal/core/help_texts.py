"""What the admin says under fields whose label does not say enough. A table for each model, by the field's name."""

from typing import Any

from django.db.models import Model

from .languages import LANGUAGE_CODES


def explain(model: type[Model], **texts: Any) -> None:
    """Put a sentence under fields of a model, and under the same field in every language.

    Called in an app's ``ready``. A text that stands with the field itself goes before.
    """
    for name, text in texts.items():
        field: Any = model._meta.get_field(name)
        field.help_text = field.help_text or text
        for code in LANGUAGE_CODES:
            if f"{name}_{code}" in {each.name for each in model._meta.fields}:
                column: Any = model._meta.get_field(f"{name}_{code}")
                column.help_text = column.help_text or text
