"""Pages that exist in one language only or are behind their original, and records with texts in one language only."""

from collections.abc import Iterator
from typing import Any

from django.db.models import DateTimeField, F, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from ..languages import LANGUAGE_CODES
from ..models import Drafted
from ..translating import states
from ..translating.missing import missing_in, missing_q, text_names
from ..translating.states import State
from .access import models_to_edit, pages_to_edit
from .needs import Source, need


def _lacking(record: Any) -> str:
    parts = [f"{missing.label} ({missing.language})" for missing in missing_in(record)]
    return _("missing: %(names)s") % {"names": get_text_list(parts, ", ")}


def _state(thing: Any) -> str:
    return _lacking(thing) if isinstance(thing, Drafted) else states.in_words(thing)


def _make_other(page: Any) -> str:
    """Who only translates has no form of the original: this is open to all who may write the other version."""
    own = page.locale.language_code
    return reverse("make_version", args=[page.pk, next(code for code in LANGUAGE_CODES if code != own)])


def _alone(user: Any) -> Iterator[Source]:
    mine = pages_to_edit(user).order_by().values("pk")
    for model in states.translated_tables():
        pages = states.in_state(model.objects.visible().filter(pk__in=mine, alias_of=None), State.ALONE)
        yield Source(pages.select_related("locale", "content_type"), by="first_published_at")


def _behind(user: Any) -> Iterator[Source]:
    mine = pages_to_edit(user).order_by().values("pk")
    moved_on = states.original_moved_on().values("live_revision__created_at")[:1]
    since = Coalesce(Subquery(moved_on), F("latest_revision_created_at"), output_field=DateTimeField())
    for model in states.translated_tables():
        pages = states.with_state(model.objects.filter(pk__in=mine, alias_of=None))
        waiting = pages.filter(Q(_is_behind=True) | states.unchecked_q()).annotate(since=since)
        yield Source(waiting.select_related("locale", "content_type"), by="since")


@need(
    "untranslated",
    label=_("Public pages in one language only"),
    explanation=_("Make the other version, or decide that it needs none."),
    moment=_("Published"),
    order=50,
    way=_make_other,
)
def untranslated(user: Any) -> Iterator[Source]:
    """Those for which nobody has begun a version in another language."""
    yield from _alone(user)


@need(
    "behind",
    label=_("Translations behind their original or not read yet"),
    explanation=_("Take over what was changed in the original; read what a machine translated."),
    moment=_("Since"),
    order=52,
    remark=states.in_words,
)
def behind(user: Any) -> Iterator[Source]:
    """Published or not."""
    yield from _behind(user)


@need(
    "missing-texts",
    label=_("Entries with a text in one language only"),
    explanation=_("Visitors read the other language there, marked as such."),
    moment=_("Published"),
    order=55,
    remark=_lacking,
)
def missing_texts(user: Any) -> Iterator[Source]:
    """What the public sees of the records that this user may edit."""
    for model in models_to_edit(user, Drafted):
        if text_names(model):
            yield Source(model._default_manager.visible().filter(missing_q(model)), by="first_published_at")


@need(
    "translations",
    label=_("Translations to be made, by age"),
    explanation=_("What is in one language only, behind its original, or translated by a machine and not read."),
    moment=_("Since"),
    order=59,
    remark=_state,
    on_first_page=False,
)
def by_age(user: Any) -> Iterator[Source]:
    """All of it in one list, the oldest first."""
    yield from _alone(user)
    yield from _behind(user)
    yield from missing_texts(user)
