"""What must be complete before an article goes live. Drafts may be anything."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from .images import PlacedImage, placed_images

if TYPE_CHECKING:
    from .models import Article


def check_ready(article: "Article") -> None:
    """Raise ValidationError if something is missing."""
    problems = article.missing_for_publication()
    if problems:
        raise ValidationError(problems)


def image_problems(article: "Article") -> list[str]:
    """What the article's images lack, a sentence for each image."""
    language = article.locale.language_code
    problems = ((placed.image.title, _missing(placed, language)) for placed in placed_images(article))
    return [
        _("Image “%(image)s”: fill in %(missing)s.") % {"image": title, "missing": ", ".join(missing)}
        for title, missing in problems
        if missing
    ]


def _missing(placed: PlacedImage, language: str) -> list[str]:
    missing = placed.image.missing_for_publication
    if not placed.alt and not getattr(placed.image, f"alt_{language}"):
        name = get_language_info(language)["name_translated"]
        missing.append(_("alternative text in %(language)s") % {"language": name})
    return missing
