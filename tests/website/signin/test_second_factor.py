"""The second factor: chosen at the first log-in, asked at every door."""

import datetime
import re
import time
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from news.models import NewsIndexPage
from parkportal.website.models import SignIn
from tests.factories.news import NewsStoryFactory
from tests.factories.site import SiteTree

from .doors import CODE, LOGIN, browser, code_of, connect_app, is_in, log_in, secret_on

pytestmark = pytest.mark.usefixtures("second_factor")
CHOOSE = "/cms/second-factor/"
CONNECT = "/cms/second-factor/totp/activate/"
DOORS = ["/cms/", "/cms/pages/", "/cms/api/main/pages/", "/cms/account/", "/cms/sign-ins/", "/cms/images/"]


@pytest.mark.django_db(transaction=True)
def test_at_the_first_log_in_one_is_chosen(editor: User) -> None:
    client = browser()
    assert log_in(client).url == "/cms/"
    assert [client.get(door).url for door in DOORS] == [CHOOSE] * len(DOORS)
    assert "Choose a second factor" in client.get(CHOOSE).content.decode()
    secret = secret_on(client.get(CONNECT))
    answer = client.post(CONNECT, {"code": code_of(secret)}, follow=True)
    codes = re.findall(r"<code>(\d+)</code>", answer.content.decode())
    assert len(codes) == 10
    assert is_in(client)
    assert client.get("/cms/second-factor/recovery-codes/download/").content.decode().split() == codes


def test_a_wrong_first_code_connects_nothing_and_keeps_the_key(editor: User) -> None:
    client = browser()
    log_in(client)
    secret = secret_on(client.get(CONNECT))
    answer = client.post(CONNECT, {"code": "000000"})
    assert "That code is not right" in answer.content.decode()
    assert secret_on(answer) == secret
    assert not is_in(client)


def test_whoever_has_one_shows_it_at_every_log_in(editor: User) -> None:
    secret = connect_app(editor)
    client = browser()
    assert log_in(client).url == CODE
    assert not is_in(client)
    assert client.post(CODE, {"code": code_of(secret)}).url == "/cms/"
    assert is_in(client)


def test_a_code_is_good_once(editor: User) -> None:
    secret = connect_app(editor)
    now = time.time() // 30 * 30 + 5
    with time_machine.travel(now, tick=False):
        first, second = browser(), browser()
        log_in(first)
        first.post(CODE, {"code": code_of(secret)})
        log_in(second)
        code = code_of(secret)
        answer = second.post(CODE, {"code": f"{code[:3]} {code[3:]}"})
    assert "used before" in answer.content.decode()
    assert not is_in(second)


def test_a_recovery_code_is_good_once(editor: User) -> None:
    connect_app(editor)
    Authenticator.objects.create(
        user=editor, type=Authenticator.Type.RECOVERY_CODES, data={"migrated_codes": ["11112222"]}
    )
    first, second = browser(), browser()
    for client in (first, second):
        log_in(client)
        client.post(CODE, {"code": "11112222"})
    assert is_in(first)
    assert not is_in(second)


def test_codes_cannot_be_guessed(editor: User) -> None:
    secret = connect_app(editor)
    with time_machine.travel(time.time() // 900 * 900 + 30, tick=False):
        client = browser()
        log_in(client)
        for number in range(10):
            client.post(CODE, {"code": f"{number:06}"})
        answer = client.post(CODE, {"code": code_of(secret)})
    assert "tried too often" in answer.content.decode()
    assert not is_in(client)


def test_a_password_alone_opens_nothing_anywhere(site: dict[str, SiteTree], editor: User) -> None:
    story: Any = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Alleen voor ons")
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    connect_app(editor)
    from_elsewhere, choosing = Client(), browser()
    from_elsewhere.force_login(editor)  # As if another door had let in by password alone.
    assert all(LOGIN in from_elsewhere.get(door).url for door in DOORS)
    Authenticator.objects.all().delete()
    log_in(choosing)
    assert choosing.get("/cms/", headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    assert choosing.post(f"/cms/pages/{story.pk}/edit/", {"title": "x"}).status_code == 302
    assert choosing.get(story.url).status_code == 302
    assert "Alleen voor ons" not in choosing.get(story.url, follow=True).content.decode()


def test_whoever_has_shown_it_reads_what_is_for_the_staff(site: dict[str, SiteTree], editor: User) -> None:
    story: Any = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Alleen voor ons")
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    client = browser()
    secret = connect_app(editor)
    log_in(client)
    client.post(CODE, {"code": code_of(secret)})
    assert client.get(story.url).status_code == 200


def test_the_last_one_may_go_and_a_new_one_is_chosen(editor: User) -> None:
    secret = connect_app(editor)
    client = browser()
    log_in(client)
    client.post(CODE, {"code": code_of(secret)})
    client.post("/cms/second-factor/totp/deactivate/")
    assert client.get("/cms/").url == CHOOSE


def test_changing_it_asks_for_the_password_after_a_while(editor: User) -> None:
    secret = connect_app(editor)
    client = browser()
    log_in(client)
    client.post(CODE, {"code": code_of(secret)})
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=30)):
        answer = client.get("/cms/second-factor/totp/deactivate/")
        assert answer.url.startswith("/cms/login/again/")
        assert "To the admin" in client.get(CHOOSE).content.decode()
        wrong = client.post(answer.url, {"password": "wrong"})
        assert "not your password" in wrong.content.decode()
        assert client.post(answer.url, {"password": "secret"}).url == "/cms/second-factor/totp/deactivate/"
    assert Authenticator.objects.filter(user=editor).exists()


def test_an_administrator_resets_it(editor: User, capsys: pytest.CaptureFixture[str]) -> None:
    secret = connect_app(editor)
    client = browser()
    log_in(client)
    client.post(CODE, {"code": code_of(secret)})
    call_command("reset_second_factor", "EVA")
    assert "Removed 1 second factors, ended 1 sessions." in capsys.readouterr().out
    assert LOGIN in client.get("/cms/").url
    assert log_in(client).url == "/cms/"
    assert client.get("/cms/").url == CHOOSE
    assert SignIn.objects.filter(account=editor, event=SignIn.Event.FACTOR_RESET).exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_about_it_is_there_in_both_languages(editor: User, language: str) -> None:
    secret = connect_app(editor)
    client = Client(headers={"Accept-Language": language})
    log_in(client)
    client.post(CODE, {"code": code_of(secret)})
    names = ["mfa_index", "mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn"]
    for name in [*names, "mfa_reauthenticate", "account_reauthenticate"]:
        answer = client.get(reverse(name))
        assert answer.status_code == 200
        assert f'lang="{language}"' in answer.content.decode()


def test_no_script_stands_in_the_pages_of_signing_in(editor: User) -> None:
    client = browser()
    log_in(client)
    for name in ("mfa_index", "mfa_activate_totp", "mfa_add_webauthn"):
        scripts = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", client.get(reverse(name)).content.decode())
        assert all("application/json" in attributes for attributes in scripts)


@pytest.mark.parametrize("credential", ["", "{}", "null", "[1]", '{"id": "x"}', "no json"])
def test_a_key_that_makes_no_sense_is_refused(editor: User, credential: str) -> None:
    client = browser()
    log_in(client)
    client.get("/cms/second-factor/webauthn/add/")
    answer = client.post("/cms/second-factor/webauthn/add/", {"name": "x", "credential": credential})
    assert answer.status_code == 200
    assert not Authenticator.objects.exists()
