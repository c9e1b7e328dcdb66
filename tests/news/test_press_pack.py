"""What the press takes along from a release: plain text, and one ZIP that is made while it is sent."""

import datetime
import hashlib
import io
import json
import tracemalloc
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from news.models import NewsIndexPage, PressRelease
from news.press_pack.archive import stream
from news.press_pack.plain_text import html_as_text, plain_text
from tests.factories.core import DocumentFactory, ImageFactory
from tests.factories.news import PressReleaseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

PACK, TEXT = "/nl/nieuws/bericht/press-pack/", "/nl/nieuws/bericht/text/"
MEGABYTE = 1024 * 1024
QUOTE = {
    "text": "Het “werkt”.",
    "speaker": "Anna",
    "role": "directeur",
    "organisation": "Lab",
    "original_language": "en",
}


@pytest.fixture
def release(site: dict[str, SiteTree]) -> PressRelease:
    """A release in Dutch with everything in it, and its translation."""
    image = ImageFactory(title="Gebouw", caption_nl="Het gebouw", caption_en="The building", creator="Fotograaf")
    organisation = OrganisationFactory(name_nl="Lab", boilerplate_nl="Het lab onderzoekt.")
    release: PressRelease = PressReleaseFactory(
        parent=site["nl"][NewsIndexPage],
        title="Bericht’s titel",
        slug="bericht",
        number="2026-07",
        picture=image,
        notes='<p>Zie <a href="/nl/pers/">de perskamer</a>.</p>',
        body=[("text", "<p>Eerste <b>alinea</b>.</p><ul><li>een</li><li>twee</li></ul>"), ("quote", QUOTE)],
    )
    release.boilerplate_rows.create(organisation=organisation)
    release.attachment_rows.create(document=DocumentFactory(file=ContentFile(b"%PDF", name="cijfers.pdf")))
    release.save()
    PressReleaseFactory(
        parent=site["en"][NewsIndexPage], title="Release", slug="release", translation_key=release.translation_key
    )
    return release


def unzip(client: Client, path: str = PACK) -> tuple[ZipFile, dict[str, Any]]:
    answer = client.get(path)
    assert answer.streaming
    pack = ZipFile(io.BytesIO(answer.getvalue()))
    assert pack.testzip() is None
    return pack, json.loads(pack.read("manifest.json"))


def test_a_release_as_plain_text_can_be_pasted_anywhere(client: Client, release: PressRelease) -> None:
    answer = client.get(TEXT)
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["X-Robots-Tag"] == "noindex"
    for part in (
        "PERSBERICHT 2026-07\n\nBericht's titel\n\nLeiden, ",
        "Eerste alinea.\n\n- een\n- twee",
        '"Het "werkt"."\n- Anna, directeur, Lab (vertaald uit het Engels)',
        "\n###\n",
        "(http://testserver/nl/pers/)",
        "Over Lab\nHet lab onderzoekt.",
        release.contact_phone,
        "Het gebouw\nBeeld: Somebody, CC BY 4.0",
        "http://testserver/nl/nieuws/bericht/",
    ):
        assert part in text
    assert not set("“”‘’\u00a0") & set(text)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Een</p><p>Twee</p>", "Een\n\nTwee"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ('<p>Mail <a href="mailto:a@example.org">ons</a></p>', "Mail ons (a@example.org)"),
        ("<p>Een<br/>twee &amp; drie</p>", "Een\ntwee & drie"),
        ('<p data-block-key="x"></p>', ""),
    ],
)
def test_rich_text_becomes_plain(html: str, text: str) -> None:
    assert html_as_text(html) == text


def test_the_page_offers_each_part_and_says_what_is_allowed(client: Client, release: PressRelease) -> None:
    html = client.get("/nl/nieuws/bericht/").content.decode()
    for part in (TEXT, PACK, 'data-copy="Het lab onderzoekt."', "640 × 400 pixels", "CC BY 4.0", "Voor drukwerk"):
        assert part in html
    assert "Anna, directeur, Lab (vertaald uit het Engels)" in html


def test_the_pack_holds_every_language_and_a_manifest_that_is_right(client: Client, release: PressRelease) -> None:
    pack, manifest = unzip(client)
    files = {file["href"]: file for file in manifest["files"]}
    assert set(pack.namelist()) == {*files, "manifest.json"}
    assert {"nl/bericht.txt", "nl/bericht.html", "en/release.txt", "en/release.html"} < set(files)
    assert sorted(name.partition("/")[0] for name in files) == [
        "attachments",
        *["en"] * 2,
        *["images"] * 2,
        *["nl"] * 2,
    ]
    for name, file in files.items():
        content = pack.read(name)
        assert file["sizeinbytes"] == len(content)
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
    dutch, english = manifest["items"]
    assert (dutch["language"], english["language"]) == ("nl", "en")
    assert dutch["uri"] == "http://testserver/nl/nieuws/bericht/"
    assert dutch["renditions"]["plain"]["href"] == "nl/bericht.txt"
    assert "embargoed" not in dutch
    (picture,) = manifest["pictures"]["nl"]
    assert picture["copyrightnotice"] == "Somebody"
    assert picture["description_text"] == "Het gebouw"
    assert manifest["pictures"].get("en", []) == []
    for file in picture["renditions"].values():
        assert files[file["href"]]["sizeinbytes"] == file["sizeinbytes"]


def test_the_text_in_the_pack_is_that_of_its_language(client: Client, release: PressRelease) -> None:
    pack, _manifest = unzip(client, "/en/news/release/press-pack/")
    assert pack.read("en/release.txt").decode().startswith("PRESS RELEASE")
    dutch = pack.read("nl/bericht.html").decode()
    assert '<html lang="nl">' in dutch
    assert "Perscontact" in dutch
    with override("nl"):
        assert pack.read("nl/bericht.txt").decode() == plain_text(release)


HIDDEN: list[dict[str, Any]] = [
    {"live": False},
    {"embargo_until": timezone.now() + datetime.timedelta(days=400)},
    {"expire_at": timezone.now() - datetime.timedelta(days=1)},
    {"go_live_at": timezone.now() + datetime.timedelta(days=400)},
]


@pytest.mark.parametrize("state", HIDDEN, ids=lambda state: next(iter(state)))
def test_what_the_public_may_not_see_cannot_be_taken_along(
    client: Client, release: PressRelease, state: dict[str, Any]
) -> None:
    PressRelease.objects.filter(pk=release.pk).update(**state)
    assert client.get(TEXT).status_code == 404
    assert client.get(PACK).status_code == 404
    pack, manifest = unzip(client, "/en/news/release/press-pack/")
    assert [item["language"] for item in manifest["items"]] == ["en"]
    assert not any(name.startswith(("nl/", "images/", "attachments/")) for name in pack.namelist())


def test_a_private_release_cannot_be_taken_along(client: Client, release: PressRelease) -> None:
    PageViewRestriction.objects.create(page=release, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(TEXT).status_code == 404
    assert client.get(PACK).status_code == 404


def test_other_steps_below_a_release_lead_nowhere(client: Client, release: PressRelease) -> None:
    for step in ("texts/", "text/more/", "press-pack/text/"):
        assert client.get(f"/nl/nieuws/bericht/{step}").status_code == 404


def test_an_image_on_request_is_described_but_not_given(client: Client, release: PressRelease) -> None:
    image = release.picture
    image.licence = "on-request"
    image.save()
    pack, manifest = unzip(client)
    assert not any(name.startswith("images/") for name in pack.namelist())
    assert "renditions" not in manifest["pictures"]["nl"][0]
    assert "Vraag het eerst aan het perscontact" in manifest["pictures"]["nl"][0]["usageterms"]


def test_a_document_of_a_closed_collection_stays_out(client: Client, release: PressRelease) -> None:
    document = release.attachments[0]
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    pack, _manifest = unzip(client)
    assert not any(name.startswith("attachments/") for name in pack.namelist())


def test_a_lost_file_is_no_reason_to_give_nothing(client: Client, release: PressRelease) -> None:
    release.attachments[0].file.delete(save=False)
    release.picture.file.delete(save=False)
    pack, _manifest = unzip(client)
    assert "nl/bericht.txt" in pack.namelist()


def test_the_pack_is_never_in_memory(release: PressRelease) -> None:
    large = DocumentFactory(file=ContentFile(b"x" * 40 * MEGABYTE, name="groot.pdf"))
    release.attachment_rows.create(document=large)
    tracemalloc.start()
    try:
        total = sum(map(len, stream([release])))
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert total > 40 * MEGABYTE
    assert peak < 10 * MEGABYTE


def test_no_shared_cache_keeps_a_pack(client: Client, release: PressRelease) -> None:
    answer = client.get(PACK)
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"] == 'attachment; filename="2026-07-bericht.zip"'
