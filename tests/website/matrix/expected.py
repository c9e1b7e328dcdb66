"""Who is let in where. A letter for each role; the first line that fits an address counts.

A page may be somebody's own, another's, under embargo, or a translation: “(own)” and so on stand after the name.
Further addresses join with a line here, and with their prefix in ``addresses.PREFIXES``.
"""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from parkportal.website.roles import DIRECTORY_MANAGERS, EDITORS, PRESS_OFFICERS, PUBLISHERS, TRANSLATORS
from tests.factories.staff import ADMINISTRATORS

VISITOR = ""
LETTERS = {
    "E": EDITORS,
    "P": PUBLISHERS,
    "T": TRANSLATORS,
    "O": PRESS_OFFICERS,
    "D": DIRECTORY_MANAGERS,
    "A": ADMINISTRATORS,
    "-": VISITOR,
}
STAFF, NOBODY, EVERYBODY = "EPTODA", "", "EPTODA-"
ARTICLES = ("news-stories", "press-releases", "interviews", "backgrounds", "statements", "reports", "event-reports")
RECORDS = (
    "organisations_*",
    *(f"education_{name}" for name in ("course", "event", "internship", "partnership", "programme")),
)


def of(spaces: Iterable[str], *names: str) -> str:
    """These addresses of each kind of thing."""
    return "|".join(f"{space}:{name}" for space in spaces for name in names)


FIGURE, REVIEW = ("news_figure",), ("*workflow_action*", "workflow_preview")

EXPECTED: dict[str, str] = {
    # Logging in. Who is in already goes on to the admin.
    "account_login|wagtailadmin_login": "-",
    "account_reauthenticate": STAFF,
    "account_*": EVERYBODY,
    # A second factor of one's own, of nobody else; without an app there is none to disconnect and no codes.
    "mfa_*_webauthn (other's)|mfa_authenticate|mfa_deactivate_totp|mfa_*_recovery_codes (other's)": NOBODY,
    "mfa_download_recovery_codes": NOBODY,
    "mfa_*": STAFF,
    "wagtailadmin_sprite|wagtailadmin_javascript_catalog": EVERYBODY,
    "wagtailadmin_password_reset*": NOBODY,
    "wagtailadmin_logout": NOBODY,  # It leads to the log-in.
    "handbook*": STAFF,
    "sign-ins:index*": STAFF,
    "sign-ins:*": NOBODY,
    # News by others: editors and the press. Under embargo also translators, but not who only edits.
    "wagtailadmin_api:pages:detail (embargoed)": "PTOA",
    "wagtailadmin_api:pages:detail (*)": "EPTOA",
    "wagtailadmin_api:pages:action (*)|wagtailadmin_api:*:find": NOBODY,  # They ask for more than this.
    "wagtailadmin_api:*": STAFF,
    "wagtailadmin_pages:unpublish (own)|wagtailadmin_pages:unpublish (embargoed)": NOBODY,  # It is not public.
    "wagtailadmin_pages:move_confirm (translation)": "POA",
    "wagtailadmin_pages:move_confirm (*)": NOBODY,  # The news of another language takes none of these.
    "wagtailadmin_pages:delete (own)|wagtailadmin_pages:move (own)": "EPOA",
    "wagtailadmin_pages:delete (*)|wagtailadmin_pages:move (*)": "POA",
    "wagtailadmin_pages:unpublish (*)|wagtailadmin_pages:set_p* (*)|wagtailadmin_pages:*lock (*)": "POA",
    "wagtailadmin_pages:revisions_unschedule (*)|journalist_links (*)|revoke_journalist_link": "POA",
    "wagtailadmin_pages:convert_alias (*)|wagtailadmin_pages:workflow_preview (*)": NOBODY,  # There is none.
    "wagtailadmin_pages:*workflow_action* (*)": NOBODY,
    "wagtailadmin_pages:confirm_workflow_cancellation (*)|wagtailadmin_pages:revisions_index (*)": STAFF,
    "original_texts (*)": STAFF,  # These have no original, and nothing is told.
    "make_version (translation)": NOBODY,  # It is there.
    "make_version (embargoed)": "PTOA",
    "make_version (*)": "EPTOA",
    "* (own)|* (other's)": "EPOA",
    "* (embargoed)": "POA",
    "* (translation)": "EPTOA",
    "wagtailadmin_pages:add|wagtailadmin_pages:preview_on_add|wagtailadmin_pages:add_subpage": "EPOA",
    "wagtailadmin_pages:*|wagtailadmin_explore*|wagtailadmin_choose_page*|cms/choose-page/*": STAFF,
    of(ARTICLES, "*"): STAFF,
    # Records.
    of(RECORDS, "delete"): "DA",
    of(RECORDS, "add", "preview_on_add"): "EPDA",
    of(RECORDS, "revisions_unschedule", "unpublish"): "PDA",
    of(RECORDS, "list*"): STAFF,
    of(FIGURE, "delete", "revisions_unschedule", "unpublish"): "PODA",
    of(FIGURE, "add", "preview_on_add"): "EPODA",
    of([*RECORDS, *FIGURE], *REVIEW): NOBODY,  # No review is going on.
    of([*RECORDS, *FIGURE], "confirm_workflow_cancellation"): STAFF,
    of(FIGURE, "*"): STAFF,
    of(RECORDS, "*"): "EPTDA",
    # Words, series, proposals, menus, settings.
    "*:revisions_revert": NOBODY,  # What has no drafts has no revision here.
    "core_term:list*": STAFF,
    "core_term:*|core_synonym:*": "DA",
    "core_glossaryentry:*|chooser core_glossaryentry:create": "PDA",
    "education_eventseries:*": "PDA",
    "website_menu:*|simple_translation:submit_snippet_translation": "PA",
    "wagtailsettings:edit ?app_name,model_name?": STAFF,  # It leads to the next one.
    "wagtailsettings:edit *": "PA",
    "wagtailsettings:preview_on_edit": NOBODY,
    # Choosers: everybody of the staff chooses; who may add things adds them there too.
    of((f"chooser {kind}" for kind in RECORDS), "create"): "EPDA",
    "chooser core_*:create": "DA",
    "chooser news_figure:create": "EPODA",
    "chooser website_menu:create": "PA",
    "chooser *:create": "PDA",
    "wagtaildocs_chooser:create|wagtailimages_chooser:create": "EPODA",
    "chooser *|wagtaildocs_chooser:*|wagtailimages_chooser:*": STAFF,
    # Images and documents.
    "*:create_multiple_from_uploaded_*|*:delete_upload_multiple": NOBODY,  # Somebody else's upload.
    "wagtailimages:url_generator*": NOBODY,  # Switched off.
    "wagtaildocs:*|wagtailimages:*": "EPODA",
    # What organisations and visitors propose, and the links of organisations.
    of(("proposals", "entry-links"), "add", "edit", "usage"): NOBODY,
    "proposals:*|proposal": "PODA",
    "open_proposals": STAFF,
    "entry-links:*|revoke_entry_link": "DA",
    "imports|import_job": "DA",
    # Readers by mail, visitors' questions.
    "alert-*:add|alert-*:edit|alert-*:usage|questions:add|questions:edit|questions:usage": NOBODY,
    "alert-*": "POA",
    "questions:*": "DA",
    # What concerns the site as a whole.
    "wagtailusers_*|wagtailsites:*|wagtailadmin_collections:*": "A",
    "wagtailadmin_workflows:task_cho*": STAFF,  # To read; Wagtail asks again before one is made.
    "wagtailadmin_workflows:*": "A",
    "wagtailredirects:*": "A",
    "wagtailadmin_reports:locked_pages*": "POA",
    "wagtailadmin_reports:*|late_and_failed|need": STAFF,
    # What every member of staff has.
    "wagtailadmin_home|wagtailadmin_account|wagtailadmin_dismissibles|wagtailadmin_block_preview": STAFF,
    "wagtailadmin_tag_model_autocomplete": NOBODY,
    "wagtailadmin_tag_autocomplete|wagtailadmin_editing_sessions:release|style_page *|cms/test404/": STAFF,
    "wagtail_bulk_action|cms/bulk/*|wagtailsnippets:index|cms/^.[*]/$": NOBODY,  # Nothing was ticked; no such page.
}
UNTRIED = {
    "wagtailadmin_error_test": "It fails on purpose, so that an administrator sees what a failure looks like.",
    "wagtailredirects:process_import": "It goes on from the file of the step before, which only administrators reach.",
}


def expected(key: str) -> set[str] | None:
    """The roles that are let in there; None where nobody said."""
    for patterns, letters in EXPECTED.items():
        if any(fnmatchcase(key, pattern) for pattern in patterns.split("|")):
            return {LETTERS[letter] for letter in letters}
    return None
