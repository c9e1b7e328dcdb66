"""The style page shows staff every component, in both languages and both themes."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.template import Template
from django.test import Client
from django.test.signals import template_rendered
from django.urls import reverse

from parkportal.core.languages import LANGUAGE_CODES
from parkportal.website.style_page import samples
from parkportal.website.style_page.views import THEMES
from tests.core.test_names_of_components import class_of
from tests.factories.core import ImageFactory
from tests.factories.site import SiteTree

ID = re.compile(r'\sid="([^"]+)"')
TEMPLATES = Path(settings.BASE_DIR) / "templates"
COMPONENTS = {
    f"{folder}/{file.name}" for folder in ("components", "blocks") for file in (TEMPLATES / folder).glob("*.html")
}
STYLED = {
    str(file.relative_to(TEMPLATES))
    for sheet in (Path(settings.BASE_DIR) / "static" / "css" / "components").glob("*.css")
    for file in TEMPLATES.rglob(f"{sheet.stem}.html")
    if class_of(sheet.stem).search(text := file.read_text()) and "{% extends" not in text
}
"""What wears the class of a style sheet of its own, and is not a page."""
WITHOUT_A_LOOK = {f"components/{name}.html" for name in ("feed_link", "record_index", "share")}
"""Two stand in a page's head; the third is a page."""


@pytest.fixture
def rendered() -> Iterator[set[str]]:
    """The names of the templates that were rendered."""
    names: set[str] = set()

    def note(template: Template, **kwargs: Any) -> None:
        names.add(template.name or "")

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def test_every_component_is_on_the_page_in_both_languages_and_themes(
    site: dict[str, SiteTree], admin_client: Client, rendered: set[str]
) -> None:
    ImageFactory()
    pages = {}
    for language in LANGUAGE_CODES:
        for theme in THEMES:
            response = admin_client.get(reverse("style_page", args=[language, theme]))
            assert response.status_code == 200
            pages[language, theme] = response.content.decode()
    assert COMPONENTS - WITHOUT_A_LOOK - rendered == set()
    assert STYLED - {sample.template for sample in samples()} == set()
    for (language, theme), html in pages.items():
        assert f'<html lang="{language}" class="style-page style-page--{theme}">' in html
        assert " style=" not in html
        assert [name for name, times in Counter(ID.findall(html)).items() if times > 1] == []
    assert "In aanbouw" in pages["nl", "day"]
    assert "Under construction" in pages["en", "night"]


def test_only_staff_see_it(site: dict[str, SiteTree], client: Client) -> None:
    address = reverse("style_page", args=["nl", "day"])
    assert client.get(address).status_code == 302
    client.force_login(User.objects.create_user("visitor"))
    assert client.get(address).status_code == 302


def test_its_short_address_leads_to_the_readers_language(site: dict[str, SiteTree], admin_client: Client) -> None:
    response = admin_client.get(reverse("style_page"))
    assert response.url in {reverse("style_page", args=[language, "day"]) for language in LANGUAGE_CODES}


def test_another_language_or_theme_does_not_exist(site: dict[str, SiteTree], admin_client: Client) -> None:
    for language, theme in (("xx", "day"), ("nl", "noon")):
        assert admin_client.get(reverse("style_page", args=[language, theme])).status_code == 404
