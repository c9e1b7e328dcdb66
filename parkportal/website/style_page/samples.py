"""What the style page shows: read from the TOML files of ``samples/``, a family of components each."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

from parkportal.core.pictograms import drawn

FOLDER = Path(__file__).parent / "samples"
SIGNS = {
    "interface": ("components/icon.html", "name"),
    "sectors": ("components/block.html", "sector"),
    "facilities": ("components/block.html", "facility_kind"),
}
"""Each family of signs with the component that shows one, and what it takes it from."""


@dataclass(frozen=True)
class Sample:
    """A component in one of its states. ``around`` is the element that it stands in on a page."""

    template: str
    state: Any
    context: dict[str, Any] = field(default_factory=dict)
    around: str = ""

    @property
    def name(self) -> str:
        """The component's one name."""
        return Path(self.template).stem


def samples() -> list[Sample]:
    """All of them, by the name of their template."""
    return sorted([*_pictograms(), *_from_files()], key=lambda sample: sample.template)


def sheets() -> list[str]:
    """What every page loads of style, and then what some do."""
    parts = Path(str(finders.find("css/parts")))
    return ["css/site.css", *(f"css/parts/{file.name}" for file in sorted(parts.glob("*.css")))]


def _from_files() -> Iterator[Sample]:
    for file in sorted(FOLDER.glob("*.toml")):
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["sample"]:
            yield Sample(entry["template"], entry.get("state", ""), entry.get("with", {}), entry.get("around", ""))


def _pictograms() -> Iterator[Sample]:
    """Every sign of the interface, the sectors and the facilities."""
    for family, (template, key) in SIGNS.items():
        for name in drawn(family):
            yield Sample(template, name, {key: {"identifier": name} if key == "sector" else name})
