"""A real Chromium and the demo. No test here touches the test database."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.demo_site import DemoSite
from tests.browser.every_page import Answer, every_page

HERE = Path(__file__).parent
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MILLISECONDS_TO_WAIT = 60_000
LONGEST = "test_crawl"
CHANGING = {
    "test_accessibility",
    "test_article_entry",
    "test_demo_content",
    "test_entry",
    "test_partnership_entry",
    "test_pasting",
    "test_release",
    "test_saving",
}

expect.set_options(timeout=MILLISECONDS_TO_WAIT)


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Keep each file of this folder on one worker, and those that change the demo on the same.

    The longest starts the demo while others have work without it.
    """
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            group = "changing" if item.path.stem in CHANGING else item.path.stem
            item.add_marker(pytest.mark.xdist_group(group))
    yield
    items.sort(key=lambda item: (HERE in item.path.parents) - 2 * (item.path.stem == LONGEST))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is. Without it the tests are skipped, but not where CI relies on them."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        reason = f"no Chromium found (looked for {', '.join(CHROMIUM)})"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def demo(chromium: str, testrun_uid: str) -> Iterator[DemoSite]:
    """The running demo, one for all workers."""
    with DemoSite(Path(tempfile.gettempdir()) / f"parkportal-demo-{testrun_uid}") as demo:
        yield demo


@pytest.fixture(scope="session")
def base_url(demo: DemoSite) -> str:
    """The address of the running demo, without a slash at the end."""
    return demo.url


@pytest.fixture(scope="session")
def answers(base_url: str) -> dict[str, list[Answer]]:
    """What the demo says at every page type."""
    return every_page(base_url)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium. Not for the whole session: while it runs, Django refuses database queries in this thread."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def window(browser: Browser, base_url: str) -> Iterator[Page]:
    """One window for all pages that a file only looks at; what they share is fetched once."""
    context = browser.new_context(base_url=base_url)
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    yield context.new_page()
    context.close()


@pytest.fixture
def context(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    """A visitor who was never here before."""
    context = browser.new_context(base_url=base_url)
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty window of that visitor."""
    return context.new_page()


@pytest.fixture
def visitor(browser: Browser, base_url: str) -> Iterator[Page]:
    """Somebody who never logs in, beside the window of the staff."""
    with browser.new_context(base_url=base_url) as context:
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        yield context.new_page()
