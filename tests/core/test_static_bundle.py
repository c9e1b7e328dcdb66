"""One style sheet in production: every import inside it, in its layer."""

from pathlib import Path

from django.core.files.storage import FileSystemStorage

from parkportal.core.static_bundle import IMPORT, SHEET, BundledStaticFilesStorage, bundled

CSS = Path(__file__).resolve().parents[2] / "static" / "css"


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
    sheet = bundled(collected(small_site(tmp_path)))
    assert "@import" not in sheet
    assert "@layer base {\np { margin: 0; }\n}" in sheet
    assert "@layer components {\n.quote { color: red; }\n}" in sheet
    assert "@media print {\n@layer components {\nnav { display: none; }\n}\n}" in sheet
    assert sheet.index("@layer base, components;") < sheet.index("@layer base {")


def test_the_hashed_sheet_is_the_bundle(tmp_path: Path) -> None:
    storage = BundledStaticFilesStorage(location=tmp_path, base_url="/static/")
    list(storage.post_process(collected(small_site(tmp_path))))
    with storage.open(storage.stored_name(SHEET)) as file:
        assert b".quote { color: red; }" in file.read()


def test_every_file_of_the_sheet_is_imported_once_and_in_a_way_the_bundle_understands() -> None:
    imported = [found["path"] for found in IMPORT.finditer((CSS / "site.css").read_text())]
    files = {str(file.relative_to(CSS)) for file in CSS.rglob("*.css")}
    present = {file for file in files if file != "site.css" and not file.startswith("staff/")}
    assert sorted(imported) == sorted(present)


def test_addresses_stand_only_beside_the_sheet() -> None:
    assert not [file.name for file in (CSS / "components").glob("*.css") if "url(" in file.read_text()]
