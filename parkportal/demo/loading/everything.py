"""The whole demo, in the order in which it refers to itself."""

from collections.abc import Callable

from django.db import transaction

from .articles import load_articles
from .blocks import BlockMaker
from .directory import load_directory
from .education import load_education
from .figures import load_figures
from .images import load_pictures
from .menus import load_menus
from .pages import load_index_pages, load_text_pages
from .park import load_park
from .staff import load_staff


@transaction.atomic
def load_everything(tell: Callable[[str], object] = lambda line: None) -> None:
    """Load what is not there yet; ``tell`` gets a line for each step."""
    tell("The park, its pages and its staff …")
    load_park()
    load_staff()
    pages = load_index_pages()
    tell("Drawing the pictures …")
    pictures = load_pictures()
    tell("The directory …")
    load_directory(pictures)
    tell("Education …")
    load_education(pictures)
    tell("News …")
    blocks = BlockMaker(pictures, load_figures())
    load_text_pages(pages, blocks)
    load_articles(pages, blocks)
    load_menus(pages)
