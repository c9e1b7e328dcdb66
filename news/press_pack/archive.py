"""A press release as one ZIP, made while it is sent: only a piece of one file is in memory at a time."""

import hashlib
import json
import mimetypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.core.files import File
from django.utils.text import get_valid_filename
from django.utils.translation import override
from zipstream import ZIP_DEFLATED, ZIP_STORED, ZipStream

from parkportal.core.document_access import is_public
from parkportal.core.models import ParkDocument

from .html import as_html
from .manifest import Json, manifest, picture_item, release_item
from .pictures import PressPicture, press_pictures
from .plain_text import plain_text

if TYPE_CHECKING:
    from ..models import PressRelease

MANIFEST = "manifest.json"
IMAGES, ATTACHMENTS = "images", "attachments"
PIECE = 64 * 1024
TEXT, HTML = "text/plain", "text/html"


@dataclass(frozen=True)
class Part:
    """A file of the pack: its name, and what gives its bytes when its turn comes."""

    name: str
    pieces: Callable[[], Iterator[bytes]]

    @property
    def kind(self) -> str:
        """Its media type."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    @property
    def compression(self) -> int:
        """Text becomes smaller; images and documents are compressed already."""
        return ZIP_DEFLATED if self.kind.startswith("text/") else ZIP_STORED


def stream(releases: Sequence["PressRelease"]) -> Iterator[bytes]:
    """The bytes of the ZIP. The manifest comes last: it tells what was really sent."""
    archive = ZipStream(compress_type=ZIP_DEFLATED)
    sent: list[Json] = []
    for part in _parts(releases):
        archive.add(_noted(part, sent), part.name, compress_type=part.compression)
    archive.add(_manifest(releases, sent), MANIFEST)
    yield from archive


def _parts(releases: Sequence["PressRelease"]) -> Iterator[Part]:
    for release in releases:
        names = _text_names(release)
        yield Part(names[TEXT], _in_language(release, plain_text))
        yield Part(names[HTML], _in_language(release, as_html))
    files = {file.name: file for release in releases for picture in _pictures(release) for file in picture.files}
    for name, file in files.items():
        yield Part(f"{IMAGES}/{name}", _read(file.rendition.file))
    documents = {document.pk: document for release in releases for document in release.attachments}
    for document in filter(is_public, documents.values()):
        yield Part(f"{ATTACHMENTS}/{_document_name(document)}", _read(document.file))


def _text_names(release: "PressRelease") -> dict[str, str]:
    folder = release.locale.language_code
    return {TEXT: f"{folder}/{release.slug}.txt", HTML: f"{folder}/{release.slug}.html"}


def _document_name(document: ParkDocument) -> str:
    return f"{document.pk}-{get_valid_filename(PurePosixPath(document.filename).name)}"


def _pictures(release: "PressRelease") -> list[PressPicture]:
    with override(release.locale.language_code):
        return press_pictures(release)


def _in_language(release: "PressRelease", write: Callable[["PressRelease"], str]) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        with override(release.locale.language_code):
            text = write(release)
        yield text.encode()

    return pieces


def _read(file: File) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        with file.storage.open(file.name) as opened:  # type: ignore[attr-defined]
            yield from opened.chunks(PIECE)

    return pieces


def _noted(part: Part, sent: list[Json]) -> Iterator[bytes]:
    """The bytes of a file; when the last has gone its size and hash are known."""
    digest, size = hashlib.sha256(), 0
    for piece in part.pieces():
        digest.update(piece)
        size += len(piece)
        yield piece
    sent.append({"href": part.name, "mimetype": part.kind, "sizeinbytes": size, "sha256": digest.hexdigest()})


def _manifest(releases: Sequence["PressRelease"], sent: list[Json]) -> Iterator[bytes]:
    items = [release_item(release, _text_names(release)) for release in releases]
    pictures = {
        release.locale.language_code: [_picture_item(release, picture) for picture in _pictures(release)]
        for release in releases
    }
    yield json.dumps(manifest(items, pictures, sent), ensure_ascii=False, indent=1).encode()


def _picture_item(release: "PressRelease", picture: PressPicture) -> Json:
    with override(release.locale.language_code):
        return picture_item(picture, IMAGES)
