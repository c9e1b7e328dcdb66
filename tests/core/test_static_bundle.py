"""A few style sheets in production: every import inside them, in its layer, light enough for a phone."""

import re
from pathlib import Path

import brotli
import pytest
from django.core.files.storage import FileSystemStorage

from parkportal.core.static_bundle import IMPORT, SHEETS, BundledStaticFilesStorage, bundled

STATIC = Path(__file__).resolve().parents[2] / "static"
CSS = STATIC / "css"
LINKED = re.compile(r'static "(css/\w+\.css)"')
PAGES = [file for file in (STATIC.parent / "templates").rglob("*.html") if "{% block sheet %}" in file.read_text()]
MOST_BYTES = 12_000


def collected(folder: Path) -> dict[str, tuple[FileSystemStorage, str]]:
    """What collectstatic hands to the storage."""
    storage = FileSystemStorage(folder)
    return {str(file.relative_to(folder)): (storage, str(file.relative_to(folder))) for file in folder.rglob("*.css")}


def small_site(folder: Path) -> Path:
    (folder / "css" / "components").mkdir(parents=True)
    (folder / "css" / "site.css").write_text(
        '@layer base, components;\n@import "base.css" layer(base);\n'
        '@import "components/quote.css" layer(components);\n@import "print.css" layer(components) print;\n'
    )
    (folder / "css" / "base.css").write_text("/* Bare elements. */\np { margin: 0; }\n")
    (folder / "css" / "components" / "quote.css").write_text(".quote { color: red; }\n")
    (folder / "css" / "print.css").write_text("nav { display: none; }\n")
    return folder


def test_imports_are_written_into_the_sheet_in_their_layers(tmp_path: Path) -> None:
    assert bundled(collected(small_site(tmp_path))) == (
        "@layer base,components;@layer base{p{margin:0}}@layer components{.quote{color:red}}"
        "@media print{@layer components{nav{display:none}}}"
    )


def test_the_hashed_sheet_is_the_bundle(tmp_path: Path) -> None:
    storage = BundledStaticFilesStorage(location=tmp_path, base_url="/static/")
    list(storage.post_process(collected(small_site(tmp_path))))
    with storage.open(storage.stored_name(SHEETS[0])) as file:
        assert b".quote{color:red}" in file.read()


def test_every_file_is_imported_once_and_in_a_way_the_bundle_understands() -> None:
    imported = [found["path"] for sheet in SHEETS for found in IMPORT.finditer((STATIC / sheet).read_text())]
    files = {str(file.relative_to(CSS)) for file in CSS.rglob("*.css")}
    present = {file for file in files if f"css/{file}" not in SHEETS and not file.startswith("staff/")}
    assert sorted(imported) == sorted(present)


@pytest.mark.parametrize("template", PAGES, ids=lambda file: file.stem)
def test_what_a_page_loads_of_style_is_light(template: Path) -> None:
    files, sheets = collected(STATIC), {SHEETS[0], *LINKED.findall(template.read_text())}
    weight = sum(len(brotli.compress(bundled(files, sheet).encode())) for sheet in sheets)
    assert weight <= MOST_BYTES, f"{sheets}: {weight} bytes"


def test_addresses_stand_only_beside_the_sheet() -> None:
    assert not [file.name for file in (CSS / "components").glob("*.css") if "url(" in file.read_text()]
