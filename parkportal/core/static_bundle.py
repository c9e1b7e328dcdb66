"""One style sheet for visitors, forty small ones for who works on them."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET = "css/site.css"
IMPORT = re.compile(r'@import "(?P<path>[^"]+)" layer\((?P<layer>\w+)\)(?: (?P<media>\w+))?;')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the files that ``css/site.css`` imports into it, so that a page asks for one style sheet.

    Only a file beside ``site.css`` may name others by ``url()``: their addresses are read from there.
    """

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Hash and compress what was collected, with the bundle in the place of the sheet."""
        if SHEET in paths and not dry_run:
            bundle = InMemoryStorage()
            bundle.save(SHEET, ContentFile(bundled(paths).encode()))
            paths = paths | {SHEET: (bundle, SHEET)}
        yield from super().post_process(paths, dry_run, **options)


def bundled(paths: dict[str, Any]) -> str:
    """The sheet with each import replaced by its rules, in the same layer and for the same media."""

    def rules(found: re.Match[str]) -> str:
        inside = f"@layer {found['layer']} {{\n{_text(paths, 'css/' + found['path'])}}}"
        return f"@media {found['media']} {{\n{inside}\n}}" if found["media"] else inside

    return IMPORT.sub(rules, _text(paths, SHEET))


def _text(paths: dict[str, Any], name: str) -> str:
    """A collected file's text without its comments."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return COMMENT.sub("", file.read().decode())
