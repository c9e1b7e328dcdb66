from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _


class TaughtIn(models.Model):
    """Teaching, with the languages it is given in."""

    languages = models.CharField(
        _("languages"),
        max_length=40,
        blank=True,
        validators=[RegexValidator(r"^[a-z]{2}(, ?[a-z]{2})*$", _("Give language codes, separated by commas: nl, en"))],
        help_text=_("Language codes, separated by commas: nl, en"),
    )

    class Meta:
        abstract = True

    @property
    def language_codes(self) -> list[str]:
        """The codes, in the order given."""
        return [code.strip() for code in self.languages.split(",") if code.strip()]

    @property
    def language_names(self) -> list[str]:
        """The languages as words in the active language."""
        return [language_name(code) for code in self.language_codes]


def language_name(code: str) -> str:
    """A language as a word in the active language; an unknown code stays as it is."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def languages_of_the_site() -> dict[str, str]:
    """The languages by which teaching is found, with their names."""
    return {code: language_name(code) for code, _name in settings.LANGUAGES}
