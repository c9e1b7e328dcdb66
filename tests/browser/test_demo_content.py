"""What the demo promises to hold, asked of the running site."""

import json
from typing import Any
from urllib.request import urlopen

import pytest

from tests.browser.demo_site import DemoSite

pytestmark = pytest.mark.browser


def ask(url: str) -> Any:
    with urlopen(url, timeout=60) as answer:
        return json.load(answer)


def listed(base_url: str, path: str) -> list[dict[str, Any]]:
    return list(ask(f"{base_url}{path}?format=json")["items"])


def test_there_is_enough_to_show(base_url: str) -> None:
    assert ask(f"{base_url}/api/v1/organisations?limit=1")["count"] >= 45
    assert ask(f"{base_url}/api/v1/facilities?limit=1")["count"] >= 10
    assert ask(f"{base_url}/api/v1/equipment?limit=1")["count"] >= 15
    teaching = listed(base_url, "/nl/onderwijs/opleidingen/") + listed(base_url, "/nl/onderwijs/cursussen/")
    assert len(teaching) >= 12
    sectors = [row["sector"] for row in listed(base_url, "/nl/organisaties/")]
    assert sectors.count("education") >= 8


def test_the_news_spans_several_years_and_two_articles_are_in_one_language_only(base_url: str) -> None:
    dutch, english = listed(base_url, "/nl/nieuws/"), listed(base_url, "/en/news/")
    assert len(dutch) >= 14
    assert len({article["date"][:4] for article in dutch}) >= 5
    assert {article["date"] for article in dutch} ^ {article["date"] for article in english} == {
        "2023-05-31",
        "2025-09-16",
    }


def test_an_acquired_and_a_closed_organisation_are_still_there(base_url: str) -> None:
    states = {row["state"] for row in ask(f"{base_url}/api/v1/organisations?limit=100")["items"]}
    assert {"acquired-name-retired", "closed", "winding-down", "under-construction"} <= states


def test_loading_again_changes_nothing(demo: DemoSite) -> None:
    before = demo.content()
    demo.prepare_again()
    assert demo.content() == before
