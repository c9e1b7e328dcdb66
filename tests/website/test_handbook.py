"""The handbook: the same tasks in each language, with pictures that exist, quoting what the admin really says."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import allauth
import polib
import pytest
import wagtail
from django.conf import settings
from django.test import Client
from django.urls import reverse

from parkportal.core.languages import LANGUAGE_CODES
from parkportal.website.handbook.chapters import FOLDER

QUOTED = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
PICTURE = re.compile(r"!\[(.+?)\]\((.+?)\)")
PLACEHOLDER = re.compile(r"%\\\(\w+\\\)s|\\\{\w+\\\}")
LINK = re.compile(r"\]\(([\w-]+\.md)\)")
STEP = re.compile(r"^\d+\. ", re.MULTILINE)
LARGEST, LARGEST_IN_ALL = 60 * 1024, 1200 * 1024
FILES = sorted(file.name for file in (FOLDER / LANGUAGE_CODES[0]).glob("*.md"))
CATALOGUES = [
    Path(settings.BASE_DIR) / "locale",
    *Path(wagtail.__file__).parent.glob("**/locale"),
    Path(allauth.__file__).parent / "locale",
]
each_file = pytest.mark.parametrize("file", [f"{language}/{name}" for language in LANGUAGE_CODES for name in FILES])


def text_of(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")


def wordings(folder: Path, language: str) -> Iterator[str]:
    """What a catalogue says. English may be left to the ids, which every catalogue has."""
    for code in {"nl", language}:
        file = folder / code / "LC_MESSAGES" / "django.mo"
        for entry in polib.mofile(str(file)) if file.exists() else ():
            said = entry.msgstr or entry.msgstr_plural.get(0, "")
            yield said if code == language and said else entry.msgid if language == "en" else ""


@cache
def sayings(language: str) -> tuple[set[str], list[re.Pattern[str]]]:
    """What the admin says in a language: word for word, and with something filled in."""
    fixed, filled = set(), []
    for wording in {wording for folder in CATALOGUES for wording in wordings(folder, language)}:
        pattern = PLACEHOLDER.sub(".+", re.escape(wording.replace("%%", "%")))
        if ".+" not in pattern:
            fixed.add(wording.lower())
        elif len(pattern.replace(".+", "").replace("\\", "").strip()) > 2:
            filled.append(re.compile(pattern, re.IGNORECASE))
    return fixed, filled


def is_said(quoted: str, language: str) -> bool:
    fixed, filled = sayings(language)
    words = " ".join(quoted.split()).rstrip(":")
    return words.lower() in fixed or any(pattern.fullmatch(words) for pattern in filled)


def test_there_are_ten_tasks_in_every_language() -> None:
    for language in LANGUAGE_CODES:
        assert sorted(file.name for file in (FOLDER / language).glob("*.md")) == FILES
        assert set(LINK.findall(text_of(f"{language}/README.md"))) == set(FILES) - {"README.md"}
    assert len(FILES) == 11


@pytest.mark.parametrize("name", FILES)
def test_a_task_has_the_same_steps_and_pictures_in_every_language(name: str) -> None:
    texts = [text_of(f"{language}/{name}") for language in LANGUAGE_CODES]
    assert len({tuple(STEP.findall(text)) for text in texts}) == 1
    assert len({tuple(file for _alt, file in PICTURE.findall(text)) for text in texts}) == 1
    assert len({len(QUOTED.findall(text)) for text in texts}) == 1


@each_file
def test_what_is_quoted_stands_in_the_admin(file: str) -> None:
    language = file[:2]
    assert [quoted for quoted in QUOTED.findall(text_of(file)) if not is_said(quoted, language)] == []


def test_a_button_that_does_not_exist_is_found() -> None:
    assert is_said("Bewaar concept", "nl")
    assert is_said("Stuur door naar Eindredactie · Editorial review", "nl")
    assert not is_said("Sla het maar op", "nl")
    assert not is_said("Bewaar concept", "en")


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_picture_exists_and_none_is_left_over(language: str) -> None:
    named = {name for file in FILES for _alt, name in PICTURE.findall(text_of(f"{language}/{file}"))}
    assert named == {file.name for file in (FOLDER / language).glob("*.webp")}


def test_every_picture_is_taken_while_a_task_is_done() -> None:
    code = "".join(file.read_text() for file in (settings.BASE_DIR / "tests/browser/handbook").rglob("*.py"))
    shown = {f"{name}.webp" for name in re.findall(r"\bshow\(\"([\w-]+)\"", code)}
    assert shown == {file.name for file in FOLDER.glob("*/*.webp")}


def test_pictures_are_light() -> None:
    sizes = {file.name: file.stat().st_size for file in FOLDER.glob("*/*.webp")}
    assert max(sizes.values()) <= LARGEST
    assert sum(file.stat().st_size for file in FOLDER.glob("*/*.webp")) <= LARGEST_IN_ALL


def test_staff_read_it_in_the_admin(admin_client: Client) -> None:
    assert admin_client.get(reverse("handbook")).url == reverse("handbook", args=["nl"])
    contents = admin_client.get(reverse("handbook", args=["nl"])).content.decode()
    assert '<a href="03-write-a-news-story/">' in contents
    for name in FILES:
        if name != "README.md":
            response = admin_client.get(reverse("handbook_chapter", args=["en", name.removesuffix(".md")]))
            assert f"<h2>{text_of(f'en/{name}').splitlines()[0][2:]}</h2>" in response.content.decode()


def test_its_pictures_are_there_and_nothing_else_is(admin_client: Client) -> None:
    response = admin_client.get(reverse("handbook", args=["nl"]) + "01-connect.webp")
    assert response["Content-Type"] == "image/webp"
    for wrong in ("nl/none.webp", "nl/none/", "de/", "de/01-log-in/", "nl/README/"):
        assert admin_client.get(reverse("handbook") + wrong).status_code == 404


def test_visitors_are_sent_to_the_log_in(client: Client) -> None:
    response = client.get(reverse("handbook", args=["nl"]))
    assert response.status_code == 302
    assert "/cms/login/" in response.url


def test_help_in_the_menu_leads_to_it_and_not_to_others_sites(admin_client: Client) -> None:
    menu = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("handbook") in menu
    assert "guide.wagtail.org" not in menu
