from django.db import models
from django.utils.translation import gettext_lazy as _


class ArticleType(models.TextChoices):
    """The types of articles; the values stand in URLs."""

    NEWS = "news", _("News")
    PRESS_RELEASE = "press-release", _("Press release")
    INTERVIEW = "interview", _("Interview")
    BACKGROUND = "background", _("Background")
    STATEMENT = "statement", _("Statement")
    REPORT = "report", _("Report and figures")
    EVENT_REPORT = "event-report", _("Event report")
