"""Every page type is valid HTML, says the Nu validator of the W3C (npm's vnu-jar; VNU_JAR says where the file is)."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string

from tests.browser.every_page import Answer


@pytest.fixture(scope="module")
def validator() -> list[str]:
    """The command of the validator."""
    jar, java = os.environ.get("VNU_JAR", ""), shutil.which("java")
    if not java:
        pytest.skip("no Java, which the Nu validator needs")
    if not Path(jar).is_file():
        pytest.skip("VNU_JAR names no vnu.jar; `npm install vnu-jar` brings one")
    return [java, "-Xss2m", "-jar", jar, "--format", "json", "--exit-zero-always", "--also-check-svg"]


@pytest.fixture(scope="module")
def pages(answers: dict[str, list[Answer]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The file of each page, and its address."""
    folder = tmp_path_factory.mktemp("pages")
    found = {Answer("500.html", render_to_string("500.html")), *(each for pages in answers.values() for each in pages)}
    files = {folder / f"{number}.html": each for number, each in enumerate(sorted(found))}
    for file, (_path, html) in files.items():
        file.write_text(html)
    return {str(file): path for file, (path, _html) in files.items()}


def test_every_page_is_valid(validator: list[str], pages: dict[str, str]) -> None:
    done = subprocess.run([*validator, *pages], capture_output=True, text=True, check=True)
    assert [line(each, pages) for each in json.loads(done.stderr)["messages"]] == []


def line(message: dict[str, Any], pages: dict[str, str]) -> str:
    """What the validator says, and of what."""
    file = message.get("url", "").removeprefix("file:")
    return f"{pages.get(file, file)}: {message['message']} | {message.get('extract', '')[:200]}"
