"""A version in another language: a draft with the same facts; a machine's text keeps its markup and is marked."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.models import Page

from news.models import NewsIndexPage, NewsStory
from parkportal.core.translating.markup import translate_html, translate_lines
from parkportal.website.roles import DIRECTORY_MANAGERS, TRANSLATORS, make_roles
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

BODY = [
    ("text", '<p>Er kwam <b>een</b> <a linktype="page" id="3">huis</a>.</p><ul><li>Een</li></ul>'),
    ("quote", {"text": "Wat mooi", "speaker": "Jan de Boer", "role": "Wethouder"}),
    ("timeline", [{"date": "2016", "text": "De bouw"}]),
]


def capitals(piece: str) -> str:
    """A translation that anybody can check: tags as they are, letters as capitals."""
    return re.sub(r"(<[^>]*>)|([^<]+)", lambda found: found[1] or found[2].upper(), piece)


@pytest.fixture
def service() -> Iterator[dict[str, Any]]:
    """A server that speaks like DeepL and LibreTranslate, and remembers what it was asked."""
    state: dict[str, Any] = {"asked": [], "answer": capitals}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state["asked"].append((self.path, dict(self.headers), asked))
            texts = [state["answer"](piece) for piece in asked.get("text") or asked["q"]]
            answer = (
                {"translations": [{"text": text} for text in texts]} if "text" in asked else {"translatedText": texts}
            )
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state["host"] = f"127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()


@pytest.fixture
def story(site: dict[str, SiteTree]) -> NewsStory:
    """A Dutch story that is public."""
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Een huis", lead="Er kwam <iets>.", body=BODY)
    story.organisation_rows.create(organisation=OrganisationFactory())
    story.save_revision().publish()
    story.refresh_from_db()
    return story  # type: ignore[return-value]


def make(client: Client, story: Page, how: str = "") -> NewsStory | None:
    client.post(f"/cms/versions/{story.pk}/en/", {"how": how})
    return NewsStory.objects.filter(translation_key=story.translation_key).exclude(pk=story.pk).first()


def test_the_english_version_is_a_draft_with_the_facts_and_the_original_beside_it(
    story: NewsStory, admin_client: Client
) -> None:
    assert "Maak de Engelse versie" in admin_client.get(f"/cms/pages/{story.pk}/edit/").content.decode()
    made = make(admin_client, story)
    assert made is not None
    assert (made.live, made.title, made.original_language) == (False, "Een huis", "nl")
    assert made.organisation_rows.count() == 1
    assert made.translated_from_id == story.live_revision_id
    beside = admin_client.get(f"/cms/originals/{made.pk}/").json()
    assert beside["language"] == "nl"
    assert beside["texts"]["lead"] == ["Er kwam <iets>."]
    assert beside["texts"][made.body[1].id] == ["Wat mooi", "Jan de Boer", "Wethouder"]
    assert admin_client.post(f"/cms/versions/{story.pk}/en/").status_code in (302, 403)
    assert NewsStory.objects.filter(translation_key=story.translation_key).count() == 2


@pytest.mark.parametrize("kind", ["deepl", "libretranslate"])
def test_a_machine_translates_every_text_and_no_markup_and_the_draft_is_marked(
    story: NewsStory, admin_client: Client, service: dict[str, Any], settings: Any, kind: str
) -> None:
    settings.TRANSLATOR_URL = f"{kind}+http://key@{service['host']}"
    made = make(admin_client, story, "machine")
    assert made is not None
    assert (made.live, made.is_unchecked) == (False, True)
    draft = made.get_latest_revision_as_object()
    assert (draft.title, draft.lead, draft.is_unchecked) == ("EEN HUIS", "ER KWAM <IETS>.", True)
    text, quote, timeline = draft.body
    assert text.value.source == '<p>ER KWAM <b>EEN</b> <a id="3" linktype="page">HUIS</a>.</p><ul><li>EEN</li></ul>'
    assert (quote.value["text"], quote.value["speaker"]) == ("WAT MOOI", "Jan de Boer")
    assert (timeline.value[0]["date"], timeline.value[0]["text"]) == ("2016", "DE BOUW")
    _path, headers, asked = service["asked"][0]
    assert "key" in headers.get("Authorization", "") or asked.get("api_key") == "key"
    assert (asked.get("source_lang") or asked["source"]).lower() == "nl"


def dropping_tags(piece: str) -> str:
    return re.sub(r"<[^>]*>", "", piece)


def doubling_tags(piece: str) -> str:
    return piece.replace("<b", "<b><i", 1)


@pytest.mark.parametrize("answer", [dropping_tags, doubling_tags])
def test_a_service_that_breaks_markup_gets_the_texts_without_it(answer: Callable[[str], str]) -> None:
    html = '<p>Een <b>twee</b> <a id="3" linktype="page">drie</a></p><hr/>'
    assert translate_html(html, lambda pieces: [answer(piece) for piece in pieces]) == html


def test_lines_edges_and_signs_of_plain_text_stay() -> None:
    assert translate_lines([" A & b\n\n<c> ", ""], lambda pieces: [piece.strip() for piece in pieces]) == [
        " A & b\n\n<c> ",
        "",
    ]


def test_when_the_machine_fails_nothing_is_made_and_the_page_says_so(
    story: NewsStory, admin_client: Client, service: dict[str, Any], settings: Any
) -> None:
    settings.TRANSLATOR_URL = "deepl+http://key@127.0.0.1:1"
    answer = admin_client.post(f"/cms/versions/{story.pk}/en/", {"how": "machine"})
    assert "DeepL" in answer.content.decode()
    assert NewsStory.objects.filter(translation_key=story.translation_key).count() == 1


@pytest.mark.parametrize(("role", "may"), [(TRANSLATORS, True), (DIRECTORY_MANAGERS, False)])
def test_translators_make_versions_and_who_may_not_write_there_does_not(
    story: NewsStory, client: Client, role: str, may: bool
) -> None:
    make_roles()
    user = User.objects.create_user("somebody")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    assert (make(client, story) is not None) is may
