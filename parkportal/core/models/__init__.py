from .document import ParkDocument
from .drafted import Drafted
from .image import ParkImage, ParkRendition
from .page import BasePage
from .record import Record
from .record_index import RecordIndexPage
from .story import StoryPage
from .term import Term, Vocabulary

__all__ = [
    "BasePage",
    "Drafted",
    "ParkDocument",
    "ParkImage",
    "ParkRendition",
    "Record",
    "RecordIndexPage",
    "StoryPage",
    "Term",
    "Vocabulary",
]
