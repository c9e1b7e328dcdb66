import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from parkportal.website.models import ParkSettings

PLAN = {"type": "FeatureCollection", "views": {"full": {"bounds": [4.4, 52.1, 4.5, 52.2]}}, "features": []}


def upload(client: Client, content: bytes) -> str:
    """Give the park a plan by the admin's form; what it answers."""
    address = reverse("wagtailsettings:edit", args=["website", "parksettings", ParkSettings.load().pk])
    file = SimpleUploadedFile("plan.geojson", content)
    form = {"name": "Park", "plan": "{}", "plan_file": file, "months_between_questions": 6}
    answer = client.post(address, form, headers={"Accept-Language": "en"})
    return answer.content.decode()


def test_a_file_replaces_the_plan(admin_client: Client) -> None:
    upload(admin_client, json.dumps(PLAN).encode())
    assert ParkSettings.load().plan == PLAN


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", "The file is no JSON"),
        (b"[1]", "This is no GeoJSON"),
        (json.dumps(PLAN | {"views": {}}).encode(), "has no “full”"),
    ],
)
def test_a_file_that_is_no_plan_is_refused_with_the_reason(admin_client: Client, content: bytes, words: str) -> None:
    assert words in upload(admin_client, content)
    assert ParkSettings.load().plan == {}
