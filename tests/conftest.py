import gc
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker
from wagtail.signal_handlers import reference_index_auto_update_disabled

from parkportal.website.models import HomePage
from tests import first_rows
from tests.factories.site import SiteTree, make_site, read_site

first_rows.connect()


@pytest.fixture(autouse=True)
def first_language() -> Iterator[None]:
    """No test speaks the language in which another one ended."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """No test sees what another one left in the cache."""
    cache.clear()
    yield
    cache.clear()


reference_index_auto_update_disabled.value = True


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start the longest first, lest one worker waits for the other at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: leave it out of every later collection of garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def references() -> Iterator[None]:
    """Wagtail's index of what refers to what, which takes half of the time that a page takes to save."""
    reference_index_auto_update_disabled.value = False
    yield
    reference_index_auto_update_disabled.value = True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The test database holds the smallest site from the start: making it takes longer than most tests."""
    with django_db_blocker.unblock():
        if not HomePage.objects.exists():
            make_site()


@pytest.fixture
def site(db: None) -> dict[str, SiteTree]:
    """The smallest site, by language."""
    return read_site()


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)
