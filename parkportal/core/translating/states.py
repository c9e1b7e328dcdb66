"""Where a page stands among its languages, computed from revisions, for one page or in the query of a list."""

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..models.translated import Translated


class State(models.TextChoices):
    """What can be said of a page and its counterparts."""

    ORIGINAL = "original", _("original, translated")
    TRANSLATED = "translated", _("translation")
    BEHIND = "behind", _("translation, behind the original")
    ALONE = "alone", _("only in this language")


UNCHECKED = _("made by a machine, not checked")


def translated_tables() -> list[Any]:
    """The models that keep what pages know of their language; what is made from one of them has it there too."""
    pages = [model for model in apps.get_models() if issubclass(model, Translated)]
    return [model for model in pages if model._meta.get_field("translated_from").model is model]


def counterparts() -> QuerySet[Any]:
    """A subquery: the same page in other languages."""
    same = Page.objects.filter(translation_key=OuterRef("translation_key"), alias_of=None)
    return same.exclude(pk=OuterRef("pk")).order_by()


def original_moved_on() -> QuerySet[Any]:
    """A subquery: the original, if it says something else than the version that is followed."""
    return counterparts().filter(
        locale__language_code=OuterRef("original_language"), live_revision__gt=OuterRef("translated_from")
    )


def unchecked_q() -> Q:
    """A machine made it and nobody has read it since."""
    return Q(machine_made=True, checked_at=None)


def with_state(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Bring what ``state_of`` asks along in the same query."""
    return pages.annotate(_has_counterpart=Exists(counterparts()), _is_behind=Exists(original_moved_on()))


def state_of(page: Any) -> State:
    """The state of a page."""
    if page.is_translation:
        behind = page._is_behind if hasattr(page, "_is_behind") else page.is_behind
        return State.BEHIND if behind else State.TRANSLATED
    alone = not page._has_counterpart if hasattr(page, "_has_counterpart") else not page.get_translations().exists()
    return State.ALONE if alone else State.ORIGINAL


def in_words(page: Any) -> str:
    """The state, and whether somebody still has to read what a machine made."""
    return ", ".join(str(part) for part in (state_of(page).label, UNCHECKED if page.is_unchecked else "") if part)


def in_state(pages: QuerySet[Any], state: str) -> QuerySet[Any]:
    """Those of a list that are in a state."""
    pages = with_state(pages)
    own = Q(original_language="") | Q(original_language=models.F("locale__language_code"))
    match state:
        case State.BEHIND:
            return pages.filter(~own, _is_behind=True)
        case State.TRANSLATED:
            return pages.filter(~own, _is_behind=False)
        case State.ORIGINAL:
            return pages.filter(own, _has_counterpart=True)
        case State.ALONE:
            return pages.filter(own, _has_counterpart=False)
    return pages
