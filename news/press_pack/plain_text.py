"""A press release as plain text: straight quotes and no markup, to paste into any program."""

from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.conf import settings
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from parkportal.core.languages import localise
from parkportal.core.partial_date import format_partial_date
from parkportal.core.plain import straight

from .pictures import PressPicture, press_pictures

if TYPE_CHECKING:
    from ..models import PressRelease

END_MARK = "###"
BETWEEN = "\n\n"
BLOCK_TAGS = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "div")


def plain_text(release: "PressRelease") -> str:
    """The whole release in the active language, from its number to whom to call."""
    parts = [*_head(release), *_body(release), END_MARK, *_tail(release)]
    return straight(BETWEEN.join(filter(None, parts))) + "\n"


def html_as_text(html: str) -> str:
    """Rich text as plain text: a paragraph or list apart, an address after what links to it."""
    reader = _Reader()
    reader.feed(expand_db_html(html))
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Gathers the text of HTML in paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[list[str]] = [[]]
        self._addresses: list[str] = []
        self._numbers: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCK_TAGS:
            self._blocks.append([])
        if tag in ("ol", "ul"):
            self._numbers.append(1 if tag == "ol" else 0)
        elif tag == "li":
            self._add(f"\n{self._marker()} ")
        elif tag == "br":
            self._add("\n")
        elif tag == "a":
            self._addresses.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCK_TAGS:
            self._blocks.append([])
        if tag in ("ol", "ul") and self._numbers:
            self._numbers.pop()
        elif tag == "a" and self._addresses:
            address = self._addresses.pop()
            if address and not address.startswith("#"):
                self._add(f" ({urljoin(settings.SITE_URL, address).removeprefix('mailto:')})")

    def handle_data(self, data: str) -> None:
        self._add(data)

    def text(self) -> str:
        """All of it."""
        blocks = ("".join(block) for block in self._blocks)
        return BETWEEN.join(filter(None, (_lines(block) for block in blocks)))

    def _add(self, text: str) -> None:
        self._blocks[-1].append(text)

    def _marker(self) -> str:
        if not self._numbers or not self._numbers[-1]:
            return "-"
        self._numbers[-1] += 1
        return f"{self._numbers[-1] - 1}."


def _lines(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n"))))


def _head(release: "PressRelease") -> Iterator[str]:
    day = formats.date_format(release.date, "DATE_FORMAT")
    yield release.embargo_notice
    yield f"{release.kind_label.upper()} {release.number}".strip()
    yield release.title
    dateline = ", ".join(filter(None, [release.place, day]))
    yield " - ".join(filter(None, [dateline, release.lead]))


def _body(release: "PressRelease") -> Iterator[str]:
    for block in release.body:
        write = WRITERS.get(block.block_type)
        yield write(block.value) if write else BETWEEN.join(map(str, block.block.get_searchable_content(block.value)))


def _tail(release: "PressRelease") -> Iterator[str]:
    if release.notes:
        yield titled(_("Notes to editors"), html_as_text(release.notes))
    for organisation in release.boilerplates:
        text = str(localise(organisation, "boilerplate") or organisation.localised_summary)
        yield titled(_("About %(name)s") % {"name": organisation}, text)
    contact = [release.contact_role, release.contact_phone, release.contact_email]
    yield titled(_("Contact for the press"), "\n".join(filter(None, contact)))
    pictures = [_picture(picture) for picture in press_pictures(release)]
    if pictures:
        yield titled(_("Images"), BETWEEN.join(pictures))
    yield release.absolute_url


def _picture(picture: PressPicture) -> str:
    files = [f"{file.size.label}: {file.absolute_url}" for file in picture.files]
    credit = ", ".join(filter(None, [picture.credit, picture.licence]))
    return "\n".join(
        filter(None, [picture.caption, _("Image: %(credit)s") % {"credit": credit}, picture.terms, *files])
    )


def titled(title: str, text: str) -> str:
    """A text under its title."""
    return f"{title}\n{text}" if text else ""


def _question(value: Any) -> str:
    answer = html_as_text(str(value["answer"].source))
    return (
        f"{value['question']}{BETWEEN}{value['speaker']}: {answer}"
        if value["speaker"]
        else titled(value["question"], answer)
    )


def _timeline(value: Iterable[Any]) -> str:
    return "\n".join(f"- {capfirst(format_partial_date(moment['date']))}: {moment['text']}" for moment in value)


def _figure(value: Any) -> str:
    return value.shown.in_words if value.shown else ""


def _nothing(value: Any) -> str:
    """Images stand at the end, cards on the page only, documents in the press pack."""
    return ""


WRITERS: dict[str, Callable[[Any], str]] = {
    "heading": str,
    "text": lambda value: html_as_text(value.source),
    "quote": lambda value: value.as_text,
    "question": _question,
    "callout": lambda value: titled(value["title"], html_as_text(value["text"].source)),
    "timeline": _timeline,
    "video": lambda value: f"{value['title']}\n{value['url']}",
    "figure": _figure,
    "picture": _nothing,
    "gallery": _nothing,
    "download": _nothing,
    "organisation": _nothing,
    "facility": _nothing,
}
