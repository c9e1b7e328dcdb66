"""The articles and press rooms that name a role, which are renewed when it changes."""

from collections.abc import Iterable

from django.db.models import Q

from organisations.models import Role
from parkportal.core.cache_refresh import names

from .models import Article, ArticleRole, Interviewee, PressRoomPage, Statement


@names(Role)
def pages_with_role(role: Role) -> Iterable[str]:
    """The articles that name it, the interviews with its holder, the holder's statements, and the press rooms."""
    named = ArticleRole.objects.filter(role=role).values("article")
    interviewed = Interviewee.objects.filter(role=role).values("interview")
    spoken = Statement.objects.filter(speaker=role).values("pk")
    tied = Q(pk__in=named) | Q(pk__in=interviewed) | Q(pk__in=spoken)
    yield from (article.url for article in Article.objects.filter(tied))
    yield from (page.url for page in PressRoomPage.objects.visible())
