"""Logging in with a second factor by the keyboard alone, on a server of its own that asks for one."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any
from urllib.request import urlopen

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo_site import ROOT, free_port

PASSWORD = "a-password-for-this-test"
EVA, KIM = "eva", "kim"
MAKE_STAFF = f"""
from tests.factories.staff import staff_user
for name in ("{EVA}", "{KIM}"):
    user = staff_user("Editors", name)
    user.set_password("{PASSWORD}")
    user.save()
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[str]:
    """An empty site at “localhost”, as a security key asks for a name, with a second factor required."""
    var, port = tmp_path_factory.mktemp("var"), free_port()
    address = f"http://localhost:{port}"
    environment = {
        **{"VAR_DIR": str(var), "DEBUG": "true", "SECOND_FACTOR": "true", "SITE_URL": address, "LOG_LEVEL": "ERROR"},
        **{"PATH": "/usr/bin:/bin", "DJANGO_SETTINGS_MODULE": "parkportal.settings", "PYTHONPATH": str(ROOT)},
    }
    prepare = [sys.executable, "-m", "tests.browser.demo_process", "shell", "-v0", "-c", MAKE_STAFF]
    subprocess.run(prepare, cwd=ROOT, env=environment, check=True)
    serve = [sys.executable, "manage.py", "runserver", "--noreload", f"localhost:{port}"]
    serving = subprocess.Popen(serve, cwd=ROOT, env=environment)
    try:
        _wait_for(f"{address}/healthz")
        yield address
    finally:
        serving.terminate()
        serving.wait()


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"nothing answers at {address}")


@pytest.fixture
def desk(browser: Browser, server: str) -> Iterator[Page]:
    """A browser in English in which nobody was logged in before."""
    context = browser.new_context(base_url=server, locale="en-GB")
    yield context.new_page()
    context.close()


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def tab_to(page: Page, name: str) -> None:
    """Press Tab until something of that name has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused: Any = page.evaluate("(document.activeElement.innerText || '').trim()")
        if focused == name:
            return
    pytest.fail(f"“{name}” cannot be reached with Tab")


def type_password(page: Page, name: str) -> None:
    page.goto("/cms/")
    expect(page.locator("input[name=login]")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def test_the_first_log_in_connects_an_app_and_the_next_asks_for_its_code(desk: Page) -> None:
    type_password(desk, EVA)
    expect(desk.get_by_role("heading", level=1)).to_have_text("Choose a second factor")
    tab_to(desk, "Connect an app")
    desk.keyboard.press("Enter")
    secret = desk.locator(".signin__key").inner_text()
    expect(desk.get_by_role("img", name=re.compile("key below"))).to_be_visible()
    desk.get_by_label("The code that the app shows now").focus()
    desk.keyboard.type(code(secret))
    desk.keyboard.press("Enter")
    expect(desk.locator(".signin__codes li")).to_have_count(10)
    recovery = desk.locator(".signin__codes li").first.inner_text()
    tab_to(desk, "I have kept them: to the admin")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/cms/")
    desk.context.clear_cookies()
    type_password(desk, EVA)
    expect(desk.locator("input[name=code]")).to_be_focused()
    desk.keyboard.type(recovery)
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/cms/")


def test_a_security_key_is_added_and_lets_in(desk: Page) -> None:
    session = desk.context.new_cdp_session(desk)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "usb", "isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options | {"hasUserVerification": True}})
    type_password(desk, KIM)
    expect(desk.get_by_role("heading", level=1)).to_have_text("Choose a second factor")
    tab_to(desk, "Add a key")
    desk.keyboard.press("Enter")
    desk.get_by_label("Name of the key").fill("laptop")
    desk.get_by_role("button", name="Add the key").press("Enter")
    expect(desk.locator(".signin__codes li")).to_have_count(10)
    desk.context.clear_cookies()
    type_password(desk, KIM)
    desk.get_by_role("button", name="Use your security key").press("Enter")
    desk.wait_for_url("**/cms/")
