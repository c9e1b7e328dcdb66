"""The full text of articles for feeds: plain HTML with the images in it, in as many queries for fifty as for one."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from parkportal.core.placed_images import images_in_text
from parkportal.core.sizes import size_of
from parkportal.core.visibility import shown

from .images import prefetch_sizes
from .models import Article
from .plain_html import WRITERS, rich
from .structured_data import SHARED_SIZE


def full_texts(articles: Sequence[Article]) -> list[SafeString]:
    """The texts of articles in the active language, in their order."""
    field: Any = Article._meta.get_field("body")
    block = field.stream_block
    streams = block.bulk_to_python([list(article.body.raw_data) for article in articles])
    pictures = [article.picture for article in articles if article.picture]
    prefetch_sizes([*pictures, *(placed.image for stream in streams for placed in images_in_text(stream))])
    return [_full_text(article, stream) for article, stream in zip(articles, streams, strict=True)]


def _full_text(article: Article, stream: Iterable[Any]) -> SafeString:
    parts = [_lead(article), *(FEED_WRITERS[block.block_type](block.value) for block in stream)]
    notes = getattr(article, "notes", "")
    return format_html_join("\n", "{}", ((part,) for part in [*parts, rich(notes) if notes else ""] if part))


def _lead(article: Article) -> SafeString:
    lead = format_html("<p><b>{}</b></p>", article.lead) if article.lead else SafeString()
    return format_html("{}{}", _image(article.picture) if article.picture else "", lead)


def _image(image: Any, alt: str = "", caption: str = "") -> SafeString:
    rendition = size_of(image, SHARED_SIZE)
    if rendition is None:
        return SafeString()
    words = ". ".join(filter(None, [caption or image.caption, image.credit]))
    return format_html(
        '<figure><img src="{}" width="{}" height="{}" alt="{}"><figcaption>{}</figcaption></figure>',
        rendition.full_url,
        rendition.width,
        rendition.height,
        alt or image.default_alt_text,
        words,
    )


def _picture(value: Any) -> SafeString:
    return _image(value["image"], value["alt"] or "", value["caption"] or "") if value["image"] else SafeString()


def _gallery(value: Iterable[Any]) -> SafeString:
    return format_html_join("", "{}", ((_picture(picture),) for picture in value))


def _download(value: Any) -> SafeString:
    document = value["document"]
    if not document:
        return SafeString()
    return format_html('<p><a href="{}{}">{}</a></p>', settings.SITE_URL, document.url, document.reader_title)


def _card(record: Any) -> SafeString:
    record = shown(record)
    return format_html('<p><a href="{}">{}</a></p>', record.absolute_url, record) if record else SafeString()


FEED_WRITERS: dict[str, Callable[[Any], SafeString]] = WRITERS | {
    "picture": _picture,
    "gallery": _gallery,
    "download": _download,
    "organisation": _card,
    "facility": _card,
}
