from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests import first_rows
from tests.factories.site import SiteTree, make_site

first_rows.connect()


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """No test sees what another one left in the cache."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def site(db: None) -> dict[str, SiteTree]:
    """The smallest site, by language."""
    return make_site()


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)
