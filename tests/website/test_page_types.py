"""The browser tests know every type of page that the code has."""

import re
from pathlib import Path

from wagtail.models import get_page_models

from tests.browser import news_by_mail, own_entry
from tests.browser.page_types import PAGE_TYPES

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
EXTENDS = re.compile(r'{% extends "([^"]+)" %}')
FOR_STAFF = {"news/figure_preview.html", "organisations/role_preview.html"}
ONE_PAGE_FOR_MANY = {"news/article.html", "components/record_index.html"}
BASES = {"base.html", "base_page.html", "base_record.html"}
LIKE_404 = {"403.html", "410.html"}
SHOWN = {name for page_type in PAGE_TYPES.values() for name in page_type.shows} | news_by_mail.SHOWN | own_entry.SHOWN


def page_templates() -> set[str]:
    """Every template of a whole page."""
    names = {str(file.relative_to(TEMPLATES)): EXTENDS.search(file.read_text()) for file in TEMPLATES.rglob("*.html")}
    found = {"base.html"}
    while more := {name for name, base in names.items() if base and base[1] in found} - found:
        found |= more
    return found - BASES - FOR_STAFF - LIKE_404


def test_every_template_of_a_page_has_an_address_in_the_browser_tests() -> None:
    assert page_templates() - SHOWN == set()


def test_every_kind_of_page_without_a_template_of_its_own_has_one() -> None:
    models = [model for model in get_page_models() if not model._meta.app_label.startswith("wagtail")]
    sharing = {model for model in models if model.is_creatable and model.template in ONE_PAGE_FOR_MANY}
    assert {model._meta.label for model in sharing} - SHOWN == set()
    rows = {model.row_template for model in models if hasattr(model, "row_template")}
    assert rows - SHOWN == set()


def test_no_address_shows_what_is_not_there() -> None:
    templates = {name for name in SHOWN if name.endswith(".html")}
    assert {name for name in templates if not (TEMPLATES / name).exists()} == set()
