"""The stories of organisations and facilities, at the addresses of their records."""

from organisations.models import FacilityPage, OrganisationPage
from parkportal.core.models import StoryPage

from .blocks import BlockMaker
from .pages import Pages, add, existing, read
from .source import DATA

KINDS: dict[str, tuple[type[StoryPage], str]] = {
    "organisation": (OrganisationPage, "organisations"),
    "facility": (FacilityPage, "facilities"),
}


def load_stories(pages: Pages, blocks: BlockMaker) -> None:
    """Every story's file that has no page yet."""
    for path in sorted((DATA / "stories").glob("*.toml")):
        key, language, _suffix = path.name.split(".")
        if existing(key, language):
            continue
        entry = read("stories", key, language)
        about = next(name for name in KINDS if name in entry)
        kind, index = KINDS[about]
        record = {"organisation": blocks.organisations, "facility": blocks.facilities}[about][entry[about]]
        story = kind(lead=entry["lead"], body=blocks.body(entry["body"]), **{about: record})
        add(pages[index, language], story, key, entry)
