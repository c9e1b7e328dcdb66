"""What the site's own pages show."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from education.models import CalendarPage
from education.selectors import coming_runs
from news.models import NewsIndexPage
from news.selectors import featured_figures, latest_articles
from organisations.models import Facility, Organisation
from parkportal.core.languages import current_language
from parkportal.core.models import ParkImage
from parkportal.core.record_urls import index_url
from parkportal.core.term_cache import terms_by_pk
from parkportal.core.visibility import visible_pages

from .plan import park_plan

FACILITIES_ON_HOME = 4
ARTICLES_ON_HOME = 5
RUNS_ON_HOME = 4
FIGURES_ON_HOME = 4


def home() -> dict[str, Any]:
    """The home page: what is here, what you can do, what is new."""
    pictured = Facility.objects.visible().filter(picture__isnull=False, pk__in=_usable()).for_rows().in_order()
    pictures = Prefetch("picture", ParkImage.objects.prefetch_renditions())
    entries = sectors()
    return {
        "plan": park_plan(),
        "sectors": entries,
        "organisation_total": sum(entry["count"] for entry in entries),
        "facilities": list(pictured.prefetch_related(pictures)[:FACILITIES_ON_HOME]),
        **_news(),
        "runs": coming_runs(RUNS_ON_HOME),
        "figures": featured_figures(FIGURES_ON_HOME),
        "organisations_url": index_url(Organisation),
        "facilities_url": index_url(Facility),
        **_list_urls(),
    }


def _usable() -> QuerySet[Any]:
    """The facilities that say who may use them."""
    return Facility.access_groups.through.objects.values("facility_id")


def _list_urls() -> dict[str, str]:
    """The addresses of the news and the calendar in the active language, in one query."""
    pages = visible_pages().type(NewsIndexPage, CalendarPage).filter(locale__language_code=current_language())
    urls = {page.specific_class: page.url for page in pages.select_related("content_type")}
    return {"news_url": urls.get(NewsIndexPage, ""), "calendar_url": urls.get(CalendarPage, "")}


def _news() -> dict[str, Any]:
    """The newest articles; the newest with a picture leads."""
    articles = latest_articles(ARTICLES_ON_HOME)
    lead = next((article for article in articles if article.picture), None)
    return {"lead_article": lead, "articles": [article for article in articles if article != lead]}


def sectors() -> list[dict[str, Any]]:
    """The main sectors with how many organisations are in them now, the largest first."""
    grouped = Organisation.objects.present().order_by().values("sector_id").annotate(total=Count("pk"))
    totals = dict(grouped.values_list("sector_id", "total"))
    terms, url = terms_by_pk(), index_url(Organisation)
    entries = [
        {"sector": terms[key], "count": total, "url": f"{url}?sector={terms[key].identifier}"}
        for key, total in totals.items()
    ]
    return sorted(entries, key=lambda entry: (-entry["count"], str(entry["sector"])))
