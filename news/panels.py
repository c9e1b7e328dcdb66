"""How articles look in the admin: text, what is particular to the kind, facts, language, then Wagtail's own."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Page

from parkportal.core.models import BasePage
from parkportal.core.translating.panels import language_panels

ADVISED_TITLE = 65
ADVISED_LEAD = 160


def advised_length(characters: int) -> dict[str, Any]:
    """What the counter beside a field needs: how long the text should be, and how to say so."""
    return {
        "data-advised-length": characters,
        "data-used": _("{used} of {advised} characters"),
        "data-too-long": _("{used} of {advised} characters: {over} too many"),
    }


def article_tabs(heading: str | Promise = "", *own: Panel) -> TabbedInterface:
    """The tabs of an article; ``heading`` and ``own`` are the tab of what only its kind has."""
    tabs = [ObjectList(_text(), heading=_("Text"))]
    if own:
        tabs.append(ObjectList(own, heading=heading))
    tabs += [
        ObjectList(_facts(), heading=_("Facts")),
        ObjectList(language_panels(), heading=_("Language")),
        ObjectList(_corrections(), heading=_("Corrections")),
        ObjectList(BasePage.promote_panels, heading=_("Search and sharing")),
        ObjectList(Page.settings_panels, heading=_("Settings")),
    ]
    return TabbedInterface(tabs)


def _text() -> list[Panel]:
    return [
        HelpPanel(template="news/admin/needed.html"),
        TitleFieldPanel(
            "title",
            help_text=_("Say what happened, in at most 65 characters."),
            placeholder=_("Title"),
            attrs=advised_length(ADVISED_TITLE),
        ),
        FieldPanel("lead", widget=AdminAutoHeightTextInput, attrs=advised_length(ADVISED_LEAD)),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]


def _facts() -> list[Panel]:
    return [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("date"), FieldPanel("place")]), FieldPanel("embargo_until")],
            heading=_("When and where"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("author"), FieldPanel("author_is_team")]),
                FieldPanel("issuer"),
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")]),
            ],
            heading=_("Who says so"),
        ),
        FieldPanel("topics"),
        InlinePanel("organisation_rows", heading=_("About these organisations"), label=_("Organisation")),
        InlinePanel("facility_rows", heading=_("About these facilities"), label=_("Facility")),
        InlinePanel("partnership_rows", heading=_("About these partnerships"), label=_("Partnership")),
        InlinePanel("event_rows", heading=_("About these events"), label=_("Event")),
        InlinePanel("role_rows", heading=_("People it names"), label=_("Person in a role")),
    ]


def _corrections() -> list[Panel]:
    return [
        HelpPanel(
            _(
                "A note stands on the article, in the list of corrections and in feeds. "
                "Mend a spelling mistake without one."
            )
        ),
        InlinePanel("correction_rows", heading=_("Corrections"), label=_("Note")),
    ]
