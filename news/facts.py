"""The facts beside an article, in the order in which people ask for them."""

from django.utils import formats
from django.utils.translation import gettext as _

from parkportal.core.facts import Fact, known

from .models import Article, Interview, PressRelease


def article_facts(article: Article) -> list[Fact]:
    """When, where, and who says so."""
    issuer = article.visible_issuer
    return known(
        Fact(_("Place"), article.place),
        Fact(_("Author"), article.author),
        Fact(_("Issued by"), str(issuer or ""), issuer.url if issuer else ""),
        Fact(_("Source"), article.source_name or article.source_url, article.source_url),
    )


def press_release_facts(release: PressRelease) -> list[Fact]:
    """The number too."""
    return [*known(Fact(_("Press release"), release.number)), *article_facts(release)]


def interview_facts(interview: Interview) -> list[Fact]:
    """When it was held too."""
    held_on = formats.date_format(interview.held_on, "DATE_FORMAT") if interview.held_on else ""
    return [*known(Fact(_("Held on"), held_on)), *article_facts(interview)]
