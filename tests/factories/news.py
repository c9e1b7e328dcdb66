import datetime

import factory
import wagtail_factories
from factory.django import DjangoModelFactory

from news.models import Background, EventReport, Figure, Interview, NewsStory, PressRelease, Report, Statement


class ArticleFactory(wagtail_factories.PageFactory):
    """A live article below the list of news that is given as its parent."""

    class Meta:
        abstract = True

    title = factory.Sequence("Article {}".format)
    lead = "What happened."
    place = "Leiden"
    body = [("text", "<p>What happened, at length.</p>")]


class NewsStoryFactory(ArticleFactory):
    """A news story."""

    class Meta:
        model = NewsStory


class PressReleaseFactory(ArticleFactory):
    """A press release that is complete."""

    class Meta:
        model = PressRelease

    number = factory.Sequence("2026-{:02}".format)
    contact_role = "Press office"
    contact_phone = "+31 71 000 01 23"


class InterviewFactory(ArticleFactory):
    """An interview."""

    class Meta:
        model = Interview


class BackgroundFactory(ArticleFactory):
    """A background."""

    class Meta:
        model = Background

    as_of = datetime.date(2026, 1, 31)


class StatementFactory(ArticleFactory):
    """A statement."""

    class Meta:
        model = Statement

    author = "The board"


class ReportFactory(ArticleFactory):
    """A report."""

    class Meta:
        model = Report

    as_of = "2024-12"
    source_name = "Somebody who counted"


class EventReportFactory(ArticleFactory):
    """A report of an event."""

    class Meta:
        model = EventReport

    event_name = "Open day"
    held_on = datetime.date(2026, 3, 14)
    venue = "Plus Ultra"


class FigureFactory(DjangoModelFactory):
    """A figure that the public may see."""

    class Meta:
        model = Figure

    live = True
    key = factory.Sequence("figure-{}".format)
    label_nl = "Banen"
    label_en = "Jobs"
    value = 18000
    as_of = "2024-12"
    source_name = "Somebody who counted"
