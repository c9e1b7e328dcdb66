"""One style sheet and one script for a page, of ninety small files for who works on them."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = re.compile(r"css/(?:parts/)?\w+\.css")
SCRIPTS = re.compile(r"js/\w+\.js")
IMPORT = re.compile(r'@import "(?P<path>[^"]+)"(?: layer\((?P<layer>\w+)\))?(?: (?P<media>\w+))?;')
MODULE = re.compile(r'^import "(?P<path>[^"]+)";$', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Puts the files that a sheet or a script imports into it.

    Only a file beside the sheets may name others by ``url()``: their addresses are read from there.
    """

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Hash and compress what was collected, with the bundles in the place of the sheets and scripts."""
        bundles = InMemoryStorage()
        for name in [] if dry_run else paths:
            if SHEETS.fullmatch(name):
                bundles.save(name, ContentFile(bundled_sheet(paths, name).encode()))
            elif SCRIPTS.fullmatch(name):
                bundles.save(name, ContentFile(bundled_script(paths, name).encode()))
        replaced = {name: (bundles, name) for name in paths if bundles.exists(name)}
        yield from super().post_process(paths | replaced, dry_run, **options)


def bundled_sheet(paths: dict[str, Any], name: str) -> str:
    """The sheet with each import replaced by its rules, in the same layer and for the same media.

    Without comments and the spaces that are for people only.
    """

    def rules(found: re.Match[str]) -> str:
        inside = bundled_sheet(paths, beside(name, found["path"]))
        inside = f"@layer {found['layer']}{{{inside}}}" if found["layer"] else inside
        return f"@media {found['media']}{{{inside}}}" if found["media"] else inside

    text = re.sub(r"\s+", " ", COMMENT.sub("", _text(paths, name)))
    text = re.sub(r" ?([{};,]) ?", r"\1", text).replace(": ", ":").replace(";}", "}").strip()
    return IMPORT.sub(rules, text)


def bundled_script(paths: dict[str, Any], name: str) -> str:
    """The module with each module that it imports for its effect in a block of its own."""
    return MODULE.sub(lambda found: f"{{\n{_text(paths, beside(name, found['path']))}}}", _text(paths, name))


def beside(name: str, path: str) -> str:
    """What a file calls by a path from where it stands."""
    return normpath(join(dirname(name), path))


def _text(paths: dict[str, Any], name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode())
