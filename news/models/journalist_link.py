import datetime
import hashlib
import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parkportal.core.models import PersonalLink
from parkportal.core.models.personal_link import PersonalLinkQuerySet

from .article import Article

KEPT = datetime.timedelta(days=90)


def hash_of(token: str) -> str:
    """What is kept of a token: enough to know it again, nothing to make it from."""
    return hashlib.sha256(token.encode()).hexdigest()


class JournalistLinkQuerySet(PersonalLinkQuerySet):
    """Personal links to articles under embargo."""

    def with_token(self, token: str) -> "JournalistLink | None":
        """The link of a token, whatever became of it."""
        return self.select_related("article").filter(token_hash=hash_of(token)).first()

    def to_story(self, article: Article) -> Self:
        """The links to an article in whatever language, the newest first, with how they were used."""
        links = self.filter(article__translation_key=article.translation_key)
        return links.annotate(times=Count("views"), last_view=Max("views__at")).order_by("-created", "-pk")

    def forget_old(self) -> int:
        """Delete views after 90 days, and links 90 days after their end; gives how many of both."""
        limit = timezone.now() - KEPT
        views, _of_each = JournalistView.objects.filter(at__lt=limit).delete()
        links, _of_each = self.filter(expires__lt=limit).delete()
        return views + links


class JournalistLink(PersonalLink):
    """Shows one journalist an article under embargo, in every language, until it ends."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="journalist_links")
    person = models.CharField(_("name of the journalist"), max_length=120)
    medium = models.CharField(_("medium"), max_length=120, help_text=_("The newspaper, programme or site."))
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    expires = models.DateTimeField(
        _("valid until"), blank=True, help_text=_("Left empty, or later than the embargo, it is the embargo's end.")
    )

    objects = JournalistLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person}, {self.medium}"

    def new_token(self) -> str:
        """Give it a token, which only the caller ever sees."""
        token = secrets.token_urlsafe(32)
        self.token_hash = hash_of(token)
        return token


class JournalistView(models.Model):
    """That a journalist looked: when, and at what; not from where."""

    link = models.ForeignKey(JournalistLink, on_delete=models.CASCADE, related_name="views")
    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    what = models.CharField(_("what was seen"), max_length=200)

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return self.what
