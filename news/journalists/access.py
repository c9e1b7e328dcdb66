"""What a personal link shows: the planned version of an article in a language, its images and its documents."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from parkportal.core.languages import LANGUAGE_CODES
from parkportal.core.models import ParkDocument, ParkRendition
from parkportal.core.retention import forgets

from ..models import Article, JournalistLink

SALT = "news.journalists.file"


def embargo_end(article: Article) -> datetime.datetime | None:
    """The embargo of the version that is planned, or of the article itself."""
    version = planned_version(article)
    return version.embargo_until if version else None


def planned_version(article: Article) -> Article | None:
    """What will be public at the end of the embargo, if somebody has approved it."""
    plan = article.scheduled_revision
    if plan is not None:
        return plan.as_object()
    return article.specific if article.live else None


def languages_of(article: Article) -> dict[str, Article]:
    """The article and its translations, by language."""
    pages = Article.objects.filter(translation_key=article.translation_key).select_related("locale").specific()
    return {page.locale.language_code: page for page in pages}


def open_link(article: Article, person: str, medium: str, expires: datetime.datetime | None, user: Any) -> str:
    """Make a link for a journalist; gives its token, which is kept nowhere."""
    end = embargo_end(article)
    if end is None or end <= timezone.now():
        raise ValidationError(_("Set an embargo and publish first: the link shows what is planned for its end."))
    if expires is not None and expires <= timezone.now():
        raise ValidationError(_("Choose a time in the future."))
    link = JournalistLink(article=article, person=person, medium=medium, created_by=user)
    link.expires = min(expires or end, end)
    token = link.new_token()
    link.save()
    return token


def address(token: str, language: str, name: str = "journalist-article") -> str:
    """Where a link leads in a language, or what lies below it."""
    with override(language):
        return reverse(name, args=[token])


def addresses(token: str, pages: dict[str, Article]) -> dict[str, str]:
    """Where a link leads, in the languages in which there is something to read."""
    return {code: address(token, code) for code in LANGUAGE_CODES if code in pages and planned_version(pages[code])}


def file_address(link: JournalistLink, token: str, file: Any) -> str:
    """Where a rendition or document is for the reader of a link. It tells nothing of where it is for others."""
    kind, key = ("image", file.image_id) if isinstance(file, ParkRendition) else ("document", file.pk)
    filename = file.file.name.rsplit("/", 1)[-1]
    return reverse("journalist-file", args=[token, kind, key, _seal(link, file), filename])


def sealed_file(link: JournalistLink, kind: str, key: int, seal: str) -> Any:
    """The file of an address that the page of a link told, or None: nobody can make one for another file."""
    files = ParkRendition.objects.filter(image=key) if kind == "image" else ParkDocument.objects.filter(pk=key)
    return next((file for file in files if constant_time_compare(seal, _seal(link, file))), None)


def _seal(link: JournalistLink, file: Any) -> str:
    return salted_hmac(SALT, f"{link.pk}:{file.file.name}", algorithm="sha256").hexdigest()[:32]


@forgets
def views_of_journalists() -> int:
    """Who looked, after 90 days."""
    return JournalistLink.objects.forget_old()
