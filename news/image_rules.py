"""What the press may do with an image, by licence, in plain words."""

from django.utils.translation import gettext_lazy as _

from parkportal.core.models.image import LICENCE_URLS, Licence

MEANINGS = {
    Licence.CC_BY: _("Use and change it for any purpose, if you name the maker and the licence."),
    Licence.CC_BY_SA: _("As CC BY, and what you make of it you share under the same licence."),
    Licence.CC0: _("Use it for any purpose. You need not name anybody."),
    Licence.EDITORIAL: _("Use it in news and background stories with the credit line. Not in advertising."),
    Licence.THIS_ITEM: _("Use it only with the item that it stands with, and with the credit line."),
    Licence.ON_REQUEST: _("Ask the press contact before you use it."),
}


def image_rules() -> list[dict[str, str]]:
    """Every licence with its meaning, and its deed where it has one."""
    return [
        {"label": str(licence.label), "meaning": str(meaning), "url": LICENCE_URLS.get(licence, "")}
        for licence, meaning in MEANINGS.items()
    ]
