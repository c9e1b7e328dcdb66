"""The handbook's files: a folder for each language, a Markdown file for each task, its pictures beside it."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from markdown import markdown

FOLDER = Path(settings.BASE_DIR) / "docs" / "editors"
CONTENTS = "README"
LINK_TO_CHAPTER = re.compile(r'(?<=href=")([a-z0-9-]+)\.md(?=")')
PICTURE = re.compile(r'(?<=src=")(?=[a-z0-9-]+\.webp")')


@dataclass(frozen=True)
class Chapter:
    """A task of the handbook; ``name`` is that of its file and the same in every language."""

    name: str
    title: str
    html: SafeString


@cache
def chapters(language: str) -> tuple[Chapter, ...]:
    """The tasks in one language, in order."""
    return tuple(map(_read, sorted((FOLDER / language).glob("[0-9]*.md"))))


@cache
def contents(language: str) -> Chapter:
    """What the handbook begins with."""
    return _read(FOLDER / language / f"{CONTENTS}.md")


def _read(file: Path) -> Chapter:
    """Its first line is the title, which the page has already."""
    title, _line, text = file.read_text(encoding="utf-8").partition("\n")
    above = "" if file.stem == CONTENTS else "../"
    html = markdown(text, extensions=["tables", "sane_lists"])
    html = PICTURE.sub(above, LINK_TO_CHAPTER.sub(rf"{above}\1/", html))
    return Chapter(file.stem, title.removeprefix("# "), mark_safe(html))  # noqa: S308 -- files of our own.
