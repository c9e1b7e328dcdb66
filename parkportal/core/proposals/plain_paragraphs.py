"""Rich text as people write it in a plain field: paragraphs apart by an empty line, a hyphen before what is a list."""

import re
from html.parser import HTMLParser

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

BLOCKS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "br"}
ITEM = "- "
GAP = re.compile(r"\n{3,}")


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.text += "\n"
        elif tag == "li":
            self.text = f"{self.text.rstrip()}\n{ITEM}"

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS - {"li", "br"}:
            self.text += "\n\n"

    def handle_data(self, data: str) -> None:
        self.text += data.replace("\n", " ")


def as_lines(html: str) -> str:
    """The text of rich text."""
    parser = _Lines()
    parser.feed(html or "")
    parser.close()
    lines = "\n".join(line.strip() if line.strip() != "-" else "" for line in parser.text.splitlines())
    return GAP.sub("\n\n", lines).strip()


def as_paragraphs(text: str) -> SafeString:
    """The text as rich text; signs of HTML in it are text."""
    parts = [part for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()) if part.strip()]
    return format_html_join("", "{}", ((_part(part),) for part in parts))


def _part(part: str) -> SafeString:
    lines = [line.strip() for line in part.splitlines()]
    before = [line for line in lines if not line.startswith(ITEM)]
    items = [line.removeprefix(ITEM) for line in lines if line.startswith(ITEM)]
    listed = format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((item,) for item in items)))
    return format_html("{}{}", _paragraph(before), listed if items else "")


def _paragraph(lines: list[str]) -> SafeString:
    if not lines:
        return SafeString("")
    return format_html("<p>{}</p>", format_html_join(SafeString("<br/>"), "{}", ((line,) for line in lines)))
