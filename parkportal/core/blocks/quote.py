from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

LANGUAGES = [*settings.LANGUAGES]


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
