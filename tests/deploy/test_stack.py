"""The site as it is deployed: through nginx, with gunicorn, the worker and PostgreSQL."""

import os
from collections.abc import Iterator

import brotli
import pytest

from .stack import Stack, eventually, missing_part

pytestmark = pytest.mark.stack

CONTENT = """
from tests.factories.core import ImageFactory
from tests.factories.site import make_site

make_site()
print(ImageFactory().get_rendition("width-200").url)
"""
PUBLISH = """
from parkportal.website.models import HomePage

home = HomePage.objects.get(locale__language_code="{language}")
home.headline = "{headline}"
home.save_revision().publish()
"""
HOME_PAGES = ("/nl/", "/en/")
SECONDS_TO_BE_SEEN = 10
NO_DATABASE = "postgres://postgres@127.0.0.1:1/none"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A running site with the smallest content and an image."""
    missing = missing_part()
    if missing and os.environ.get("CI") == "true":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    with Stack(tmp_path_factory.mktemp("stack")) as running:
        running.manage("migrate", "--no-input")
        running.manage("collectstatic", "--no-input")
        running.image_url = running.manage("shell", "--no-imports", "--command", CONTENT).split()[-1]
        running.start_web()
        running.start_nginx()
        running.start_worker()
        yield running


@pytest.mark.parametrize("path", HOME_PAGES)
def test_caches_may_keep_a_public_page(stack: Stack, path: str) -> None:
    answer = stack.get(f"{path}?kept")
    assert (answer.status, answer.cache) == (200, "MISS")
    directives = {each.strip().partition("=")[0] for each in answer.headers["Cache-Control"].split(",")}
    assert {"public", "s-maxage", "stale-while-revalidate", "stale-if-error"} <= directives
    again = stack.get(f"{path}?kept")
    assert (again.status, again.cache, again.body) == (200, "HIT", answer.body)


@pytest.mark.parametrize("path", HOME_PAGES)
def test_an_unchanged_page_is_not_sent_again(stack: Stack, path: str) -> None:
    etag = stack.get(path).headers["ETag"]
    answer = stack.get(path, If_None_Match=etag)
    assert (answer.status, answer.body) == (304, b"")


def test_a_page_is_compressed(stack: Stack) -> None:
    assert stack.get("/nl/", Accept_Encoding="gzip").headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(("path", "headers"), [("/cms/login/", {}), ("/nl/", {"Cookie": "sessionid=somebody"})])
def test_what_is_for_one_person_is_not_kept(stack: Stack, path: str, headers: dict[str, str]) -> None:
    for _ in range(2):
        answer = stack.get(path, **headers)
        assert (answer.status, answer.cache) == (200, "BYPASS")
        assert "no-store" in answer.headers["Cache-Control"]


def test_nobody_chooses_a_host_that_is_not_the_sites(stack: Stack) -> None:
    answer = stack.get("/nl/", Host="elsewhere.example.org")
    assert (answer.status, "no-store" in answer.headers["Cache-Control"]) == (400, True)


def test_static_files_with_a_hash_never_change(stack: Stack) -> None:
    path = next(part for part in stack.get("/nl/").text.split('"') if part.startswith("/static/css/home."))
    answer = stack.get(path, Accept_Encoding="gzip")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/css")
    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert "immutable" in answer.headers["Cache-Control"]


def test_a_style_sheet_is_sent_as_small_as_the_browser_reads_it(stack: Stack) -> None:
    path = next(part for part in stack.get("/nl/").text.split('"') if part.startswith("/static/css/home."))
    plain, packed = stack.get(path), stack.get(path, Accept_Encoding="gzip, deflate, br")
    assert (packed.headers["Content-Encoding"], packed.headers["Content-Type"]) == ("br", "text/css")
    assert (plain.headers["Content-Encoding"], brotli.decompress(packed.body)) == (None, plain.body)
    assert "immutable" in packed.headers["Cache-Control"]
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_images_are_served_from_the_volume(stack: Stack) -> None:
    answer = stack.get(stack.image_url)
    assert (answer.status, answer.headers["Content-Type"][:6]) == (200, "image/")
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("folder", ["documents", "original_images"])
def test_originals_and_documents_are_not(stack: Stack, folder: str) -> None:
    path = stack.folder / "media" / folder / "secret.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text("secret")
    for url in (
        f"/media/{folder}/secret.txt",
        f"/media/images/../{folder}/secret.txt",
        f"/nl/media/{folder}/secret.txt/",
    ):
        assert "secret" not in stack.get(url).text.replace("secret.txt", "")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_publishing_is_seen_at_once(stack: Stack, language: str) -> None:
    path, headline = f"/{language}/", f"New in {language}"
    assert eventually(lambda: stack.get(path).cache == "HIT", 10)
    stack.manage(
        "shell", "--no-imports", "--command", PUBLISH.format(language=language, headline=headline), **stack.refreshing
    )
    assert eventually(lambda: headline in stack.get(path).text, SECONDS_TO_BE_SEEN), stack.log("worker")
    assert stack.get(path).cache == "HIT"


def test_the_last_good_page_outlives_the_application_and_the_database(stack: Stack) -> None:
    """Freshness is cut to a second here, so that the page has expired when it is asked for again."""
    path, unseen = "/nl/?outage", "/en/?outage"
    stack.stop("web")
    stack.start_web(CACHE_FRESH="1", CACHE_STALE_WHILE_REVALIDATE="1")
    try:
        good = stack.get(path)
        assert good.status == 200

        stack.kill("web")
        assert eventually(lambda: stack.get(path).cache == "STALE", 10)
        assert_still_served(stack, path, good.body)
        down = stack.get(unseen)
        assert (down.status, down.headers["Cache-Control"]) == (503, "no-store")
        assert "even niet bereikbaar" in down.text

        stack.start_web(DATABASE_URL=NO_DATABASE)
        assert stack.get("/readyz").status == 503
        assert_still_served(stack, path, good.body)
        assert stack.get(unseen).status == 500
    finally:
        if "web" in stack.processes:
            stack.stop("web")
        stack.start_web()


def assert_still_served(stack: Stack, path: str, body: bytes) -> None:
    """The same page comes, though the cache says that it is stale."""
    answer = stack.get(path)
    assert (answer.status, answer.cache, answer.body) == (200, "STALE", body)


def test_the_worker_keeps_up(stack: Stack) -> None:
    """The container's health check."""
    stack.run("deploy/is-working.py")
