"""Each kind of article says what it needs, and is not published without it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from news.models import (
    Article,
    Background,
    BackgroundReference,
    EventReport,
    Interviewee,
    NewsIndexPage,
    Report,
    Statement,
)
from tests.factories.news import (
    BackgroundFactory,
    EventReportFactory,
    FigureFactory,
    InterviewFactory,
    NewsStoryFactory,
    ReportFactory,
    StatementFactory,
)
from tests.factories.organisations import RoleFactory
from tests.factories.site import SiteTree

QUESTION = ("question", {"question": "Why?", "answer": "<p>Because.</p>", "speaker": ""})
FACTORIES = [BackgroundFactory, StatementFactory, ReportFactory, EventReportFactory, InterviewFactory, NewsStoryFactory]
NEEDED = [
    (NewsStoryFactory, "lead"),
    (NewsStoryFactory, "body"),
    (BackgroundFactory, "as_of"),
    (BackgroundFactory, "reference_rows"),
    (StatementFactory, "author"),
    (ReportFactory, "as_of"),
    (ReportFactory, "source_name"),
    (EventReportFactory, "event_name"),
    (EventReportFactory, "held_on"),
    (EventReportFactory, "venue"),
    (InterviewFactory, "held_on"),
    (InterviewFactory, "interviewee_rows"),
]


def complete(site: dict[str, SiteTree], factory: type, **fields: object) -> Article:
    """A draft that lacks nothing."""
    if factory is ReportFactory:
        fields.setdefault("body", [("figure", {"figure": FigureFactory(), "kept": ""})])
    if factory is InterviewFactory:
        fields = {"body": [QUESTION], "held_on": datetime.date(2026, 3, 1)} | fields
    article = factory(parent=site["nl"][NewsIndexPage], slug="artikel", live=False, **fields)
    if isinstance(article, Background):
        article.reference_rows.add(BackgroundReference(name="A paper"))
    if factory is InterviewFactory:
        article.interviewee_rows.add(Interviewee(role=RoleFactory()))
    article.save()
    return article


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_complete_article_is_published_and_read(site: dict[str, SiteTree], client: Client, factory: type) -> None:
    article = complete(site, factory)
    article.save_revision().publish()
    answer = client.get("/nl/nieuws/artikel/")
    assert answer.status_code == 200
    assert answer.context["json_ld"]["@type"] == article.schema_type


@pytest.mark.parametrize(("factory", "name"), NEEDED)
def test_without_what_it_needs_it_stays_a_draft(site: dict[str, SiteTree], factory: type, name: str) -> None:
    article = complete(site, factory)
    if name.endswith("_rows"):
        setattr(article, name, [])
    else:
        setattr(article, name, None if name in ("held_on",) or (factory is BackgroundFactory) else "")
    revision = article.save_revision(clean=False)
    with pytest.raises(ValidationError):
        revision.publish()
    article.refresh_from_db()
    assert not article.live


def test_a_report_shows_a_figure(site: dict[str, SiteTree]) -> None:
    report = complete(site, ReportFactory, body=[("text", "<p>Nothing was counted.</p>")])
    with translation.override("en"):
        assert report.missing_for_publication() == ["Put at least one figure of the register into the text."]


@pytest.mark.parametrize(
    ("model", "schema_type", "genre"),
    [
        (Background, "BackgroundNewsArticle", ""),
        (Report, "Report", ""),
        (Statement, "NewsArticle", "Statement"),
        (EventReport, "NewsArticle", "Event report"),
    ],
)
def test_schema_org_has_a_type_or_a_genre(model: type[Article], schema_type: str, genre: str) -> None:
    assert (model.schema_type, model.genre) == (schema_type, genre)


def test_the_editor_reads_what_each_kind_is_for(site: dict[str, SiteTree], admin_client: Client) -> None:
    html = admin_client.get(f"/cms/pages/{site['nl'][NewsIndexPage].pk}/add_subpage/").content.decode()
    for kind in NewsIndexPage.allowed_subpage_models():
        assert str(kind.get_page_description())[:30] in html
