"""Markup that comes out of a translation as it went in, whatever the service does to it."""

from collections.abc import Callable
from html import escape, unescape

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

Translate = Callable[[list[str]], list[str]]
BLOCKS = ["p", "li", "h2", "h3", "h4", "h5", "blockquote", "td", "th"]
NUMBER = "id"  # The only attribute that a service sees.


def translate_html(html: str, translate: Translate) -> str:
    """Rich text, paragraph by paragraph. Attributes are kept away from the service, which gets numbered tags.

    Where a paragraph comes back with other tags than it had, its texts are translated one by one between its own.
    """
    soup = BeautifulSoup(html, "html.parser")
    paragraphs = [tag for tag in soup.find_all(BLOCKS) if not tag.find(BLOCKS) and tag.get_text().strip()]
    if not paragraphs:
        paragraphs = [soup] if soup.get_text().strip() else []
    numbered = [_numbered(paragraph) for paragraph in paragraphs]
    broken = []
    for paragraph, answer in zip(paragraphs, translate(numbered) if numbered else [], strict=True):
        if not _put_back(paragraph, answer):
            broken.append(paragraph)
    texts = [text for paragraph in broken for text in paragraph.find_all(string=True) if text.strip()]
    for text, answer in zip(texts, translate([escape(str(text)) for text in texts]) if texts else [], strict=True):
        text.replace_with(NavigableString(_with_edges_of(str(text), plain(answer))))
    return str(soup)


def translate_lines(texts: list[str], translate: Translate) -> list[str]:
    """Plain texts, each of its lines as a piece."""
    lines = [line for text in texts for line in text.split("\n")]
    wanted = [line for line in lines if line.strip()]
    answers = iter(translate([escape(line, quote=False) for line in wanted]) if wanted else [])
    done = iter([_with_edges_of(line, plain(next(answers))) if line.strip() else line for line in lines])
    return ["\n".join(next(done) for _line in text.split("\n")) for text in texts]


def plain(answer: str) -> str:
    """A piece of HTML without tags as text."""
    return BeautifulSoup(answer, "html.parser").get_text() if "<" in answer else unescape(answer)


def _with_edges_of(before: str, after: str) -> str:
    start = before[: len(before) - len(before.lstrip())]
    end = before[len(before.rstrip()) :]
    return f"{start}{after.strip()}{end}"


def _numbered(paragraph: Tag) -> str:
    copy = BeautifulSoup(paragraph.decode_contents(), "html.parser")
    for number, tag in enumerate(copy.find_all(True)):
        tag.attrs = {NUMBER: str(number)}
    return str(copy)


def _put_back(paragraph: Tag, answer: str) -> bool:
    """Replace the paragraph's content, if the answer has exactly its tags."""
    given = BeautifulSoup(answer, "html.parser")
    own = {(tag.name, str(number)): tag.attrs for number, tag in enumerate(paragraph.find_all(True))}
    tags = given.find_all(True)
    marks = [(tag.name, str(tag.get(NUMBER))) for tag in tags]
    if sorted(marks) != sorted(own) or not given.get_text().strip():
        return False
    for tag, mark in zip(tags, marks, strict=True):
        tag.attrs = own[mark]
    paragraph.clear()
    for child in list(given.contents):
        paragraph.append(child)
    return True
