from .callout import CalloutBlock
from .download import DownloadBlock
from .gallery import GalleryBlock
from .heading import HeadingBlock
from .picture import PictureBlock
from .question import QuestionBlock
from .quote import QuoteBlock
from .text import TextBlock
from .timeline import TimelineBlock
from .video import VideoBlock

STORY_BLOCKS = [
    ("heading", HeadingBlock()),
    ("text", TextBlock()),
    ("quote", QuoteBlock()),
    ("picture", PictureBlock()),
    ("gallery", GalleryBlock()),
    ("question", QuestionBlock()),
    ("download", DownloadBlock()),
    ("video", VideoBlock()),
    ("callout", CalloutBlock()),
    ("timeline", TimelineBlock()),
]

__all__ = ["STORY_BLOCKS"]
