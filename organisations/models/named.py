"""An organisation of the directory, or else the name of one that is not in it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def outside_name() -> models.CharField:
    """The name of an organisation that is not in the directory."""
    return models.CharField(gettext_lazy("name, if it is not in the directory"), max_length=160, blank=True)


def check_one_organisation(row: models.Model, chosen: str, named: str, *, needed: bool = True) -> None:
    """Raise ValidationError for two organisations, and for none where one is needed."""
    is_chosen, is_named = bool(getattr(row, f"{chosen}_id")), bool(getattr(row, named))
    if is_chosen and is_named:
        raise ValidationError({named: _("Choose an organisation or fill in a name, not both.")})
    if needed and not is_chosen and not is_named:
        raise ValidationError({chosen: _("Choose an organisation or fill in a name.")})
