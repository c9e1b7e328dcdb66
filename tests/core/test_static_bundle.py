"""One style sheet and one script for a page in production: every import inside it, light enough for a phone."""

import re
from pathlib import Path

import brotli
import pytest
from django.core.files.storage import FileSystemStorage

from parkportal.core.static_bundle import (
    IMPORT,
    MODULE,
    BundledStaticFilesStorage,
    beside,
    bundled_script,
    bundled_sheet,
)

STATIC = Path(__file__).resolve().parents[2] / "static"
CSS = STATIC / "css"
SHEET = re.compile(r"{% block sheet %}{% static \"(css/\w+\.css)\" %}{% endblock %}")
SHEETS = sorted(f"css/{file.name}" for file in CSS.glob("*.css") if IMPORT.search(file.read_text()))
PARTS = sorted(f"css/parts/{file.name}" for file in (CSS / "parts").glob("*.css"))
TEMPLATES = (STATIC.parent / "templates").rglob("*.html")
PAGES = [file for file in TEMPLATES if "{% block sheet %}" in file.read_text()]
MOST_BYTES = 12_000


def collected(folder: Path) -> dict[str, tuple[FileSystemStorage, str]]:
    """What collectstatic hands to the storage."""
    storage = FileSystemStorage(folder)
    return {
        str(file.relative_to(folder)): (storage, str(file.relative_to(folder)))
        for file in folder.rglob("*")
        if file.is_file()
    }


def small_site(folder: Path) -> Path:
    for place in ("css/components", "css/parts", "js"):
        (folder / place).mkdir(parents=True)
    for path, text in {
        "css/site.css": '@layer base, components;\n@import "base.css" layer(base);\n'
        '@import "print.css" layer(components) print;\n',
        "css/base.css": "/* Bare elements. */\np { margin: 0; }\n",
        "css/print.css": "nav { display: none; }\n",
        "css/story.css": '@import "site.css";\n@import "parts/story.css";\n',
        "css/parts/story.css": '@import "../components/quote.css" layer(components);\n',
        "css/components/quote.css": ".quote { color: red; }\n",
        "js/site.js": '/* All. */\nimport "./copy.js";\n',
        "js/copy.js": "const shown = 4;\n",
    }.items():
        (folder / path).write_text(text)
    return folder


def test_imports_are_written_into_the_sheet_in_their_layers(tmp_path: Path) -> None:
    assert bundled_sheet(collected(small_site(tmp_path)), "css/story.css") == (
        "@layer base,components;@layer base{p{margin:0}}@media print{@layer components{nav{display:none}}}"
        "@layer components{.quote{color:red}}"
    )


def test_imports_are_written_into_the_script_each_with_names_of_its_own(tmp_path: Path) -> None:
    assert bundled_script(collected(small_site(tmp_path)), "js/site.js") == "/* All. */\n{\nconst shown = 4;\n}\n"


@pytest.mark.parametrize(("name", "part"), [("css/story.css", b".quote{color:red}"), ("js/site.js", b"shown = 4")])
def test_the_hashed_file_is_the_bundle(tmp_path: Path, name: str, part: bytes) -> None:
    storage = BundledStaticFilesStorage(location=tmp_path, base_url="/static/")
    list(storage.post_process(collected(small_site(tmp_path))))
    with storage.open(storage.stored_name(name)) as file:
        assert part in file.read()


def test_every_file_is_in_one_part_or_in_what_every_page_loads() -> None:
    imported = [
        beside(sheet, found["path"])
        for sheet in ("css/site.css", *PARTS)
        for found in IMPORT.finditer((STATIC / sheet).read_text())
    ]
    files = {str(file.relative_to(STATIC)) for file in CSS.rglob("*.css") if file.parent.name != "staff"}
    assert sorted(imported) == sorted(files - {*SHEETS, *PARTS})


@pytest.mark.parametrize("sheet", sorted({*SHEETS} - {"css/site.css"}))
def test_a_sheet_is_what_every_page_loads_and_then_parts(sheet: str) -> None:
    lines = (STATIC / sheet).read_text().splitlines()
    assert lines[1] == '@import "site.css";'
    assert {beside(sheet, found["path"]) for found in map(IMPORT.fullmatch, lines[2:]) if found} <= {*PARTS}


@pytest.mark.parametrize("template", PAGES, ids=lambda file: file.stem)
def test_a_page_asks_for_one_sheet(template: Path) -> None:
    found = SHEET.search(template.read_text())
    assert found
    assert found[1] in SHEETS


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_light(sheet: str) -> None:
    weight = len(brotli.compress(bundled_sheet(collected(STATIC), sheet).encode()))
    assert weight <= MOST_BYTES, f"{weight} bytes"


def test_a_module_of_the_script_names_nothing_outside_itself() -> None:
    for found in MODULE.finditer((STATIC / "js" / "site.js").read_text()):
        assert not re.search(r"^(import|export) ", (STATIC / beside("js/site.js", found["path"])).read_text(), re.M)


def test_addresses_stand_only_beside_the_sheet() -> None:
    assert not [file.name for file in CSS.rglob("*/*.css") if "url(" in file.read_text()]
