import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from tests.factories.staff import staff_user


@pytest.fixture
def editor(db: None) -> User:
    """Somebody who writes."""
    return staff_user("Editors", "eva")


@pytest.fixture
def second_factor(settings: Settings) -> None:
    """As on a server."""
    settings.SECOND_FACTOR = True
