"""How articles look in the admin: text, what is particular to the kind, facts, then Wagtail's own."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)

from parkportal.core.models import BasePage


def article_tabs(heading: str | Promise = "", *own: Panel) -> TabbedInterface:
    """The tabs of an article; ``heading`` and ``own`` are the tab of what only its kind has."""
    tabs = [ObjectList(_text(), heading=_("Text"))]
    if own:
        tabs.append(ObjectList(own, heading=heading))
    tabs += [
        ObjectList(_facts(), heading=_("Facts")),
        ObjectList(BasePage.promote_panels, heading=_("Search and sharing")),
        ObjectList(BasePage.settings_panels, heading=_("Settings")),
    ]
    return TabbedInterface(tabs)


def _text() -> list[Panel]:
    return [
        TitleFieldPanel("title", help_text=_("Say what happened, in at most 65 characters.")),
        FieldPanel("lead"),
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
                FieldPanel("original_language"),
            ],
            heading=_("Who says so"),
        ),
        FieldPanel("topics"),
        InlinePanel("organisation_rows", heading=_("About these organisations"), label=_("Organisation")),
        InlinePanel("facility_rows", heading=_("About these facilities"), label=_("Facility")),
        InlinePanel("partnership_rows", heading=_("About these partnerships"), label=_("Partnership")),
        InlinePanel("role_rows", heading=_("People it names"), label=_("Person in a role")),
        MultiFieldPanel([FieldPanel("updated_on"), FieldPanel("update_note")], heading=_("Update")),
    ]
