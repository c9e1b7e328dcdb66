"""Pages that exist in one language only, and records with texts in one language only."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..models import Drafted
from ..translating.missing import missing_in, missing_q, text_names
from ..visibility import VisiblePageQuerySet
from .access import models_to_edit, pages_to_edit
from .needs import Source, need


def _lacking(record: Any) -> str:
    parts = [f"{missing.label} ({missing.language})" for missing in missing_in(record)]
    return _("missing: %(names)s") % {"names": get_text_list(parts, ", ")}


@need(
    "untranslated",
    label=_("Public pages in one language only"),
    explanation=_("Make the other version, or decide that it needs none."),
    moment=_("Published"),
    order=50,
)
def untranslated(user: Any) -> Iterator[Source]:
    """Those for which nobody has begun a version in another language."""
    others = Page.objects.filter(translation_key=OuterRef("translation_key")).exclude(locale=OuterRef("locale"))
    mine = pages_to_edit(user).order_by().values("pk")
    pages = VisiblePageQuerySet(Page).visible().filter(~Exists(others), pk__in=mine, alias_of=None)
    yield Source(pages.select_related("locale", "content_type"), by="first_published_at")


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
