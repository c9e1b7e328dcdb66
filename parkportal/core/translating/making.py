"""A page's version in another language: a draft with the same facts and, to be translated, the same text."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction, ParentNotTranslatedError
from wagtail.models import Locale, Page

from ..page_rights import TRANSLATE
from .machine import Machine
from .originals import note_machine_made
from .texts import translate

LABELS: dict[str, str | Promise] = {"nl": _("Make the Dutch version"), "en": _("Make the English version")}


def label_for(locale: Locale) -> str:
    """What the button says: a language's adjective is inflected, so each has its own sentence."""
    language = dict(settings.LANGUAGES).get(locale.language_code, locale.language_code)
    return str(LABELS.get(locale.language_code) or _("Make the version in %(language)s") % {"language": language})


def languages_to_make(page: Any, user: Any) -> list[Locale]:
    """The languages in which the page does not exist and in which the user may write it."""
    if page.is_root() or page.alias_of_id or not _may(page, user, "edit"):
        return []
    taken = {page.locale_id, *page.get_translations().values_list("locale", flat=True)}
    parents = _parents(page)
    wanted = Locale.objects.exclude(pk__in=taken).order_by("pk")
    return [locale for locale in wanted if locale.pk in parents and _may(parents[locale.pk], user, "add_subpage")]


@transaction.atomic
def make_version(page: Any, locale: Locale, user: Any, machine: Machine | None = None) -> Page | None:
    """The new draft. With a machine its text is translated, and marked until somebody has read it.

    None if the page above has no version in that language; MachineFailed if the machine gives no translation.
    """
    try:
        made: Any = CopyPageForTranslationAction(page, locale, user=user).execute(skip_permission_checks=True)
    except ParentNotTranslatedError:
        return None
    made = Page.objects.get(pk=made.pk).specific
    made.owner = user
    if machine:
        translate(made, machine, page.locale.language_code, locale.language_code)
        made.draft_title = made.title
        note_machine_made(made)
    made.save()
    made.save_revision(user=user, clean=False)
    return made


def _parents(page: Any) -> dict[int, Any]:
    """The versions of the page above, by language."""
    return {each.locale_id: each for each in page.get_parent().specific.get_translations().specific()}


def _may(page: Any, user: Any, action: str) -> bool:
    rights = page.permissions_for_user(user)
    return TRANSLATE in rights.permissions or bool(getattr(rights, f"can_{action}")())
