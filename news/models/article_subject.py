from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from organisations.models import Facility, Organisation, Role

from .article import Article


class ArticleOrganisation(Orderable):
    """An organisation that an article is about."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="organisation_rows")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="article_rows"
    )

    panels = [FieldPanel("organisation")]


class ArticleFacility(Orderable):
    """A facility that an article is about."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="facility_rows")
    facility = models.ForeignKey(
        Facility, verbose_name=_("facility"), on_delete=models.CASCADE, related_name="article_rows"
    )

    panels = [FieldPanel("facility")]


class ArticlePartnership(Orderable):
    """A partnership that an article is about."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="partnership_rows")
    partnership = models.ForeignKey(
        "education.Partnership",
        verbose_name=_("partnership"),
        on_delete=models.CASCADE,
        related_name="article_rows",
    )

    panels = [FieldPanel("partnership")]


class ArticleEvent(Orderable):
    """An event that an article announces or reports."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="event_rows")
    event = models.ForeignKey(
        "education.Event", verbose_name=_("event"), on_delete=models.CASCADE, related_name="article_rows"
    )

    panels = [FieldPanel("event")]


class ArticleRole(Orderable):
    """Somebody whom an article names, in the role of that time."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="role_rows")
    role = models.ForeignKey(Role, verbose_name=_("role"), on_delete=models.CASCADE, related_name="article_rows")

    panels = [FieldPanel("role")]
