"""Every field that staff fill in says what belongs there, unless its label says enough."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

LANGUAGE = re.compile(r"_(nl|en)$")
OF_WAGTAIL = {"comment_notifications", "contentpath", "position", "resolved", "Comment.text", "CommentReply.text"}
# Names of fields, or of one model's field, whose label says all.
SELF_EVIDENT = {
    *("audience", "building", "contact_email", "contact_name", "contact_phone", "contact_role", "date", "description"),
    *("document", "duration_days", "email", "event", "event_name", "facility", "family_name", "given_name", "funder"),
    *("group_size", "headline", "institution", "intro", "kind", "kinds", "label", "language", "languages", "lead"),
    *("links", "manufacturer", "model", "name", "note", "organisation", "organisation_name", "organisation_type"),
    *("other", "partnership", "person", "phone", "picture", "place", "programme", "provider", "registration_url"),
    *("reviewed_on", "role", "sectors", "other_sectors", "services", "source", "source_url", "standard", "standards"),
    *("state", "storeys", "street", "postcode", "town", "techniques", "text", "therapy_areas", "title", "topic"),
    *("topics", "url", "venue", "website", "online", "application_url", "levels", "weeks", "body", "word", "level"),
    *("Internship.hours", "BuildingEntrance.step_free", "EquipmentContact.role", "RunSession.online"),
    # The page's own panels explain these, in the words of the Dutch model statement.
    *("answer_days", "compliance", "compliance_note", "drawn_up_on", "feedback", "feedback_email", "feedback_phone"),
    *("findings", "general_measures", "research", "supervision"),
}


def forms() -> Iterator[tuple[type, Any]]:
    for model in [*get_snippet_models(), *get_page_models()]:
        viewset = getattr(model, "snippet_viewset", None)
        handler = viewset.get_edit_handler() if viewset else model.get_edit_handler()
        if handler is not None:
            yield from with_rows(model, handler.get_form_class())


def with_rows(model: type, form: Any) -> Iterator[tuple[type, Any]]:
    yield model, form
    for formset in getattr(form, "formsets", {}).values():
        yield from with_rows(formset.model, formset.form)


def unexplained() -> set[str]:
    known = SELF_EVIDENT | OF_WAGTAIL
    return {
        f"{model.__name__}.{LANGUAGE.sub('', name)}"
        for model, form in forms()
        for name, field in form.base_fields.items()
        if not field.help_text
        and not field.widget.is_hidden
        and LANGUAGE.sub("", name) not in known
        and f"{model.__name__}.{LANGUAGE.sub('', name)}" not in known
    }


def test_every_field_that_needs_one_has_a_help_text() -> None:
    assert unexplained() == set()


@pytest.mark.parametrize("word", ["containment", "triple_helix", "qualifier"])
def test_help_texts_are_in_the_language_of_who_reads_them(word: str) -> None:
    said = {}
    for language in ("nl", "en"):
        with translation.override(language):
            fields = (form.base_fields.get(word) for _model, form in forms())
            said[language] = next(str(field.help_text) for field in fields if field)
    assert said["nl"] != said["en"]
