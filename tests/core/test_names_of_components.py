"""A component has one name all the way: its template, its style sheet and the class on its element."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHEETS = sorted((ROOT / "static" / "css" / "components").glob("*.css"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OWN_SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))
WEARERS = [
    *TEMPLATES,
    *(ROOT / "static" / "js").rglob("*.js"),
    *(file for app in ("parkportal", "organisations", "news", "education") for file in (ROOT / app).rglob("*.py")),
]
CLASS = re.compile(r"\.(-?[a-z][\w-]*)")
RULES = re.compile(r"/\*.*?\*/|\{[^{}]*?:[^{}]*?;|\{[^{}]*\}|url\([^)]*\)", re.DOTALL)
OF_OTHERS = re.compile("w-|nice-padding|leaflet-")  # Wagtail's and the map library's.
COMPONENTS = [file for file in TEMPLATES if file.parent.name in {"components", "blocks"}]


def class_of(name: str) -> re.Pattern[str]:
    """A class attribute with the component's class, or one of a part of it."""
    return re.compile(rf'class="[^"]*(?<![\w-]){name.replace("_", "-")}(?=["\s{{]|__|--)')


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda file: file.stem)
def test_a_style_sheet_has_a_template_of_its_name_that_wears_its_class(sheet: Path) -> None:
    assert f".{sheet.stem.replace('_', '-')}" in sheet.read_text()
    named = [file for file in TEMPLATES if file.stem == sheet.stem]
    assert any(class_of(sheet.stem).search(file.read_text()) for file in named), (
        f"no template {sheet.stem}.html wears it"
    )


@pytest.mark.parametrize("template", COMPONENTS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_component_with_a_class_of_its_own_has_a_style_sheet(template: Path) -> None:
    if class_of(template.stem).search(template.read_text()):
        assert template.stem in {file.stem for file in SHEETS}


def test_a_style_sheet_is_small() -> None:
    long = {file.name: lines for file in SHEETS if (lines := len(file.read_text().splitlines())) > 250}
    assert not long


def test_every_class_of_a_style_sheet_is_worn() -> None:
    named = set().union(*(CLASS.findall(RULES.sub("{", sheet.read_text())) for sheet in OWN_SHEETS))
    worn = "\n".join(file.read_text() for file in WEARERS)
    assert {name for name in named if not OF_OTHERS.match(name) and not is_worn(name, worn)} == set()


def is_worn(name: str, text: str) -> bool:
    """Whether the class stands in the text, or its first part with the rest filled in."""
    filled = [re.escape(name[: match.start()]) + r"(?:--|__|-)\{" for match in re.finditer("--|__|-", name)]
    return bool(re.search(rf"(?<![\w-])(?:{re.escape(name)}(?![\w-])|{'|'.join(filled) or '(?!)'})", text))
