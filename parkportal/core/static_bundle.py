"""A few style sheets for visitors, ninety small ones for who works on them."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

FOLDER = "css/"
NAMES = ("site", "calendar", "directory", "education", "form", "home", "map", "press", "story")
SHEETS = tuple(f"css/{name}.css" for name in NAMES)
IMPORT = re.compile(r'@import "(?P<path>[^"]+)" layer\((?P<layer>\w+)\)(?: (?P<media>\w+))?;')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the files that a sheet imports into it, so that a page asks for one sheet, or two.

    Only a file beside the sheets may name others by ``url()``: their addresses are read from there.
    """

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Hash and compress what was collected, with the bundles in the place of the sheets."""
        sheets = [sheet for sheet in SHEETS if sheet in paths and not dry_run]
        bundles = InMemoryStorage()
        for sheet in sheets:
            bundles.save(sheet, ContentFile(bundled(paths, sheet).encode()))
        yield from super().post_process(paths | {sheet: (bundles, sheet) for sheet in sheets}, dry_run, **options)


def bundled(paths: dict[str, Any], sheet: str = SHEETS[0]) -> str:
    """The sheet with each import replaced by its rules, in the same layer and for the same media."""

    def rules(found: re.Match[str]) -> str:
        inside = f"@layer {found['layer']}{{{_text(paths, FOLDER + found['path'])}}}"
        return f"@media {found['media']}{{{inside}}}" if found["media"] else inside

    return IMPORT.sub(rules, _text(paths, sheet).replace(" ;", ";"))


def _text(paths: dict[str, Any], name: str) -> str:
    """A collected file's text without its comments and the spaces that are for people only."""
    storage, path = paths[name]
    with storage.open(path) as file:
        text = re.sub(r"\s+", " ", COMMENT.sub("", file.read().decode()))
    return re.sub(r" ?([{};,]) ?", r"\1", text).replace(": ", ":").replace(";}", "}").strip()
