"""The ten tasks of the handbook, from log-in to public page and in the words of its chapters.

The mouse works in Dutch, the keyboard in English, each as every role that the task needs; what a role may not do is
seen to be out of its reach. The demo is a copy, in which they may change what they like.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from parkportal.website.handbook.chapters import FOLDER
from tests.browser.demo_site import DemoSite
from tests.browser.handbook.desk import Desk
from tests.browser.handbook.staff_demo import StaffDemo
from tests.browser.handbook.tasks import directory, press, stories

pytestmark = pytest.mark.tasks
LANGUAGES = {"mouse": "nl", "keyboard": "en"}
TASKS = {
    "see-what-needs-you": [directory.needs],
    "write-review-and-translate": [stories.write, stories.publish, stories.translate],
    "embargo": [press.embargo],
    "correct": [stories.correct],
    "organisation": [directory.organisation],
    "course": [directory.course],
    "proposal": [directory.proposal],
    "figures": [press.figures],
}


@pytest.fixture(scope="module", params=LANGUAGES)
def hand(request: pytest.FixtureRequest) -> str:
    """What one works with."""
    return str(request.param)


@pytest.fixture(scope="module")
def staff_demo(demo: DemoSite, hand: str) -> Iterator[StaffDemo]:
    """A demo for this hand alone, with a second factor that nobody has connected."""
    with tempfile.TemporaryDirectory() as folder:
        copy = StaffDemo(Path(folder) / "demo")
        copy.begin_like(demo)
        with copy:
            yield copy


@pytest.fixture(scope="module")
def desk(hand: str, browser: Browser, staff_demo: StaffDemo) -> Iterator[Desk]:
    """Everybody's windows, for one hand."""
    language = LANGUAGES[hand]

    def show(name: str, page: Page, **part: Any) -> None:
        assert (FOLDER / language / f"{name}.webp").exists()

    desk = Desk(browser, staff_demo, language, hand, show)
    yield desk
    desk.close()


@pytest.mark.parametrize("task", TASKS)
def test_a_task_is_done_as_its_chapter_says(desk: Desk, task: str) -> None:
    for part in TASKS[task]:
        part(desk)
