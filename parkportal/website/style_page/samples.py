"""What the style page shows: read from the TOML files of ``samples/``, a family of components each."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

FOLDER = Path(__file__).parent / "samples"
SPRITES = {
    "icons/interface.svg": ("components/icon.html", "name"),
    "icons/sectors.svg": ("components/block.html", "sector"),
    "icons/facilities.svg": ("components/block.html", "facility_kind"),
}
"""Each file of signs with the component that shows one, and what it takes it from."""


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


def _from_files() -> Iterator[Sample]:
    for file in sorted(FOLDER.glob("*.toml")):
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["sample"]:
            yield Sample(entry["template"], entry.get("state", ""), entry.get("with", {}), entry.get("around", ""))


def _pictograms() -> Iterator[Sample]:
    """Every sign of the interface, the sectors and the facilities, from the files that hold them."""
    for sprite, (template, key) in SPRITES.items():
        drawing = Path(str(finders.find(sprite))).read_text(encoding="utf-8")
        for name in re.findall(r'<symbol id="([^"]+)"', drawing):
            yield Sample(template, name, {key: {"identifier": name} if key == "sector" else name})
