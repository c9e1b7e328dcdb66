"""The whole demo, in the order in which it refers to itself."""

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from parkportal.website.roles import drafted_models

from .articles import load_articles
from .blocks import BlockMaker
from .directory import load_directory
from .education import load_education
from .events import load_events
from .figures import load_figures
from .glossary import load_glossary
from .images import load_pictures
from .imports import load_import
from .internships import load_internships
from .menus import load_menus
from .pages import (
    give_park_its_contact_page,
    give_press_room_its_organisation,
    load_accessibility_statements,
    load_index_pages,
    load_text_pages,
)
from .park import load_park
from .proposals import load_proposals
from .staff import load_staff
from .stories import load_stories


def load_everything(tell: Callable[[str], object] = lambda line: None) -> None:
    """Load what is not there yet; ``tell`` gets a line for each step."""
    with transaction.atomic(), disable_reference_index_auto_update():
        _load(tell)
        tell("What refers to what …")
        for things in (Page.objects.specific(), *(model._default_manager.all() for model in drafted_models())):
            for thing in things:
                ReferenceIndex.create_or_update_for_object(thing)


def _load(tell: Callable[[str], object]) -> None:
    tell("The park, its pages and its staff …")
    load_park()
    load_staff()
    load_glossary()
    pages = load_index_pages()
    tell("Drawing the pictures …")
    pictures = load_pictures()
    tell("The directory …")
    load_directory(pictures)
    tell("Education …")
    load_education(pictures)
    load_internships()
    load_events(pictures)
    tell("News …")
    blocks = BlockMaker(pictures, load_figures())
    load_text_pages(pages, blocks)
    load_accessibility_statements(pages)
    load_stories(pages, blocks)
    load_articles(pages, blocks)
    load_menus(pages)
    load_proposals()
    load_import()
    give_park_its_contact_page(pages)
    give_press_room_its_organisation(pages)
