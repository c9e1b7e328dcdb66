"""Journalists read under embargo by a personal link: nobody else, no longer than meant, and staff see when."""

import datetime
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from news.journalists.access import address, open_link
from news.models import JournalistLink, JournalistView, NewsIndexPage, PressRelease
from parkportal.core.publishing.due import publish_due
from parkportal.core.retention import forget_all
from tests.factories.core import DocumentFactory, ImageFactory
from tests.factories.news import PressReleaseFactory
from tests.factories.site import SiteTree

HOUR = datetime.timedelta(hours=1)
DAY = 24 * HOUR
SECRET = "A secret until tomorrow"


@pytest.fixture
def releases(site: dict[str, SiteTree]) -> dict[str, PressRelease]:
    """A release with an image and a document, planned in both languages for the end of its embargo."""
    picture, document = ImageFactory(), DocumentFactory()
    releases: dict[str, PressRelease] = {}
    key = {}
    for language, tree in site.items():
        release = PressReleaseFactory(
            parent=tree[NewsIndexPage],
            title=f"{SECRET} {language}",
            slug="secret",
            live=False,
            picture=picture,
            embargo_until=timezone.now() + DAY,
            **key,
        )
        key = {"translation_key": release.translation_key}
        release.attachment_rows.create(document=document)
        release.save_revision().publish()
        releases[language] = PressRelease.objects.get(pk=release.pk)
    return releases


@pytest.fixture
def token(releases: dict[str, PressRelease]) -> str:
    return open_link(releases["nl"], "Ada Bakker", "De Krant", None, None)


def text_at(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_the_link_shows_the_release_in_both_languages_and_no_cache_or_host_hears_of_it(
    client: Client, token: str, language: str
) -> None:
    answer = client.get(address(token, language))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f"{SECRET} {language}" in page
    assert "Ada Bakker" in page
    time = {"nl": r"\d\d\.\d\d uur", "en": r"\d\d:\d\d"}[language]
    assert re.search(rf"{time} \(Europe/Amsterdam, UTC\+0[12]:00\)", page)
    assert {address(token, "nl"), address(token, "en")} - set(re.findall(r'href="([^"]+)"', page)) <= {
        address(token, language)
    }
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_its_images_and_documents_come_by_the_link_and_by_nothing_else(
    client: Client, releases: dict[str, PressRelease], token: str
) -> None:
    page = text_at(client, address(token, "nl"))
    assert "/media/" not in page
    assert "/documents/" not in page
    files = set(re.findall(rf"/nl/pers/embargo/{token}/(?:image|document)/[^\s\"]+", page))
    kinds = {file.split("/")[5] for file in files}
    assert kinds == {"image", "document"}
    for file in files:
        answer = client.get(file)
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
        assert answer.getvalue()
        seal = file.split("/")[7]
        assert client.get(file.replace(seal, "0" * 32)).status_code == 404
    document = releases["nl"].attachments[0]
    assert client.get(document.url).status_code == 404
    JournalistLink.objects.get().revoke()
    assert {client.get(file).status_code for file in files} == {404}


def pack_at(client: Client, url: str) -> ZipFile:
    answer = client.get(url)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    return ZipFile(BytesIO(answer.getvalue()))


def test_the_reader_takes_it_as_text_and_as_one_file_with_no_address_that_others_have(
    client: Client, releases: dict[str, PressRelease], token: str, language: str
) -> None:
    own = address(token, language)
    page = text_at(client, own)
    assert f'href="{own}text/"' in page
    assert f'href="{own}press-pack/"' in page
    text = text_at(client, f"{own}text/")
    assert f"{SECRET} {language}" in text
    assert "Europe/Amsterdam" in text
    pack = pack_at(client, f"{own}press-pack/")
    assert pack.testzip() is None
    kinds = {name.split("/")[0] for name in pack.namelist()}
    assert kinds == {"nl", "en", "images", "attachments", "manifest.json"}
    words = [pack.read(name).decode() for name in pack.namelist() if name.startswith(("nl/", "en/", "manifest"))]
    for each in (text, *words):
        assert SECRET in each
        assert "/media/" not in each
        assert "/documents/" not in each
    assert f"/{token}/image/" in text
    assert JournalistView.objects.count() == 3
    JournalistLink.objects.get().revoke()
    assert {client.get(f"{own}{part}/").status_code for part in ("text", "press-pack")} == {404}
    assert {client.get(f"/nl/nieuws/secret/{part}/").status_code for part in ("text", "press-pack")} == {404}


def test_once_it_is_public_text_and_pack_are_where_everybody_has_them(
    client: Client, releases: dict[str, PressRelease], token: str
) -> None:
    with time_machine.travel(timezone.now() + DAY + HOUR):
        publish_due()
        for part in ("text", "press-pack"):
            answer = client.get(f"{address(token, 'nl')}{part}/")
            assert (answer.status_code, answer["Location"]) == (302, f"/nl/nieuws/secret/{part}/")


def test_each_view_is_noted_without_an_address_of_the_reader(client: Client, token: str) -> None:
    text_at(client, address(token, "nl"))
    text_at(client, address(token, "en"))
    client.head(address(token, "en"))
    assert sorted(JournalistView.objects.values_list("what", flat=True)) == [f"{SECRET} en (en)", f"{SECRET} nl (nl)"]
    assert {field.name for field in JournalistView._meta.fields} == {"id", "link", "at", "what"}


def test_a_wrong_an_expired_and_a_revoked_link_have_one_answer(
    client: Client, releases: dict[str, PressRelease], language: str
) -> None:
    soon = timezone.now() + HOUR
    tokens = ["wrong", *(open_link(releases["nl"], "Ada", "Krant", soon, None) for _ in range(2))]
    JournalistLink.objects.latest("pk").revoke()
    with time_machine.travel(timezone.now() + 2 * HOUR):
        answers = [client.get(address(token, language)) for token in tokens]
    pages = {answer.content.decode().replace(token, "") for token, answer in zip(tokens, answers, strict=True)}
    assert len(pages) == 1
    assert SECRET not in pages.pop()
    assert {answer.status_code for answer in answers} == {404}
    assert all("no-store" in answer["Cache-Control"] for answer in answers)


def test_after_the_minute_the_link_leads_to_the_public_page(
    client: Client, releases: dict[str, PressRelease], token: str, language: str
) -> None:
    with time_machine.travel(timezone.now() + 2 * DAY):
        late = client.get(address(token, language))
        assert late.status_code == 200  # Lifted, and published a moment later.
        publish_due()
        answer = client.get(address(token, language))
        assert (answer.status_code, answer["Location"]) == (302, releases[language].url)
        assert client.get(releases[language].url).status_code == 200


def test_a_link_never_outlives_the_embargo_and_needs_one(
    releases: dict[str, PressRelease], site: dict[str, SiteTree]
) -> None:
    open_link(releases["en"], "Ada", "Krant", timezone.now() + 9 * DAY, None)
    end = releases["en"].embargo_until
    assert end - datetime.timedelta(seconds=1) < JournalistLink.objects.get().expires <= end
    draft = PressReleaseFactory(parent=site["nl"][NewsIndexPage], live=False, slug="draft")
    with pytest.raises(ValidationError):
        open_link(draft, "Ada", "Krant", None, None)


def test_what_is_not_approved_is_not_shown(client: Client, releases: dict[str, PressRelease], token: str) -> None:
    release = releases["nl"]
    release.title = "Not approved"
    release.save_revision()
    assert "Not approved" not in text_at(client, address(token, "nl"))
    for each in releases.values():
        each.revisions.update(approved_go_live_at=None)
    assert client.get(address(token, "nl")).status_code == 404


def test_staff_make_a_link_see_its_use_and_revoke_it(
    admin_client: Client, client: Client, releases: dict[str, PressRelease]
) -> None:
    url = f"/cms/journalist-links/{releases['en'].pk}/"
    assert url in text_at(admin_client, f"/cms/pages/{releases['en'].pk}/edit/")
    made = admin_client.post(url, {"person": "Ada Bakker", "medium": "De Krant", "expires": ""})
    token = re.search(r"/en/press/embargo/([^/]+)/", made.content.decode())[1]
    link = JournalistLink.objects.get()
    assert token not in "".join(map(str, vars(link).values()))
    assert SECRET in text_at(client, address(token, "nl"))
    listed = text_at(admin_client, url)
    assert "Ada Bakker, De Krant" in listed
    assert token not in listed
    assert f"{SECRET} nl (nl)" in listed
    assert admin_client.post(f"/cms/journalist-links/{link.pk}/revoke/").status_code == 302
    assert client.get(address(token, "nl")).status_code == 404


def test_who_may_not_publish_makes_no_links(client: Client, releases: dict[str, PressRelease]) -> None:
    editor = User.objects.create_user("editor", password="editor")
    editor.groups.set(Group.objects.filter(name="Editors"))
    client.force_login(editor)
    client.post(f"/cms/journalist-links/{releases['nl'].pk}/", {"person": "Ada", "medium": "Krant"})
    assert not JournalistLink.objects.exists()


def test_views_are_forgotten_after_ninety_days(client: Client, token: str) -> None:
    text_at(client, address(token, "nl"))
    with time_machine.travel(timezone.now() + 89 * DAY):
        forget_all()
        assert JournalistView.objects.exists()
    with time_machine.travel(timezone.now() + 92 * DAY):
        forget_all()
        assert not JournalistView.objects.exists()
        assert not JournalistLink.objects.exists()
