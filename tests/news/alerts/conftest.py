from collections.abc import Iterator

import pytest
from pytest_django import Settings

from .sink import Sink


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """A mail server to which the site's mail goes."""
    with Sink() as running:
        settings.MAILERS = running.mailer()
        yield running
