from django.conf import settings
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..languages import current_language
from ..plain import straight

LANGUAGES = [*settings.LANGUAGES]


class QuoteValue(blocks.StructValue):
    """Words with who said them."""

    @property
    def translated_from(self) -> str:
        """The language it was said in, if that is not the reader's."""
        said_in = self.get("original_language") or current_language()
        return "" if said_in == current_language() else str(get_language_info(said_in)["name_translated"])

    @property
    def attribution(self) -> str:
        """Who said it, in which role, and from which language it was translated."""
        who = ", ".join(filter(None, (self.get(name) for name in ("speaker", "role", "organisation"))))
        note = gettext("translated from %(language)s") % {"language": self.translated_from}
        return f"{who} ({note})" if self.translated_from else who

    @property
    def as_text(self) -> str:
        """The quote with its attribution, to paste into any program."""
        return straight(f'"{self["text"]}"\n- {self.attribution}')


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, never without who said them."""

    text = blocks.TextBlock(label=_("Quote"), help_text=_("Without quotation marks; the page adds them."))
    speaker = blocks.CharBlock(label=_("Who"))
    role = blocks.CharBlock(label=_("Role at the time"), required=False)
    organisation = blocks.CharBlock(label=_("Organisation"), required=False)
    original_language = blocks.ChoiceBlock(
        label=_("Said in another language"),
        choices=LANGUAGES,
        required=False,
        help_text=_("Fill in if you translated it."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"
        value_class = QuoteValue
