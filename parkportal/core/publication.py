"""What must be complete before something goes live. Drafts may be anything."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from .languages import LANGUAGE_CODES
from .placed_images import PlacedImage, placed_images


class CheckedBeforePublishing:
    """A page or a record that goes live only when it is complete, in the admin and in code."""

    def missing_for_publication(self) -> list[str]:
        """What must be done before it may go live, in the editor's language."""
        return image_problems(self)  # type: ignore[arg-type]

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        """Publish what is complete, all of it or nothing. A planned revision was checked when it was planned."""
        if revision.approved_go_live_at is None:
            check_ready(revision.as_object())
        with transaction.atomic():
            return super().publish(revision, *args, **kwargs)  # type: ignore[misc]

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        """Withdraw, all of it or nothing."""
        with transaction.atomic():
            return super().unpublish(*args, **kwargs)  # type: ignore[misc]


def check_ready(thing: Any) -> None:
    """Raise ValidationError for what a rule calls an error."""
    from .checks.rules import errors  # Rules stand on models.

    problems = errors(thing)
    if problems:
        raise ValidationError(problems)


def image_problems(thing: Model) -> list[str]:
    """What its images lack, a sentence for each image."""
    locale = getattr(thing, "locale", None)
    languages = [locale.language_code] if locale else LANGUAGE_CODES
    problems = ((placed.image.title, _missing(placed, languages)) for placed in placed_images(thing))
    return [
        _("Image “%(image)s”: fill in %(missing)s.") % {"image": title, "missing": ", ".join(missing)}
        for title, missing in problems
        if missing
    ]


def _missing(placed: PlacedImage, languages: Any) -> list[str]:
    missing = placed.image.missing_for_publication
    for language in languages:
        if not placed.alt and not getattr(placed.image, f"alt_{language}"):
            name = get_language_info(language)["name_translated"]
            missing.append(_("alternative text in %(language)s") % {"language": name})
    return missing
