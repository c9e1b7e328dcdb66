"""What the site's own pages show."""

from typing import Any

from django.db.models import Count

from education.selectors import coming_runs
from news.selectors import featured_figures, latest_articles
from organisations.models import Facility, Organisation
from parkportal.core.models import Term, Vocabulary
from parkportal.core.record_urls import index_url

from .plan import park_plan

FACILITIES_ON_HOME = 4
ARTICLES_ON_HOME = 5
RUNS_ON_HOME = 4
FIGURES_ON_HOME = 4


def home() -> dict[str, Any]:
    """The home page: what is here, what you can do, what is new."""
    return {
        "plan": park_plan(),
        "sectors": sectors(),
        "organisation_total": Organisation.objects.visible().count(),
        "facilities": list(Facility.objects.visible().filter(picture__isnull=False).for_rows().in_order()[:FACILITIES_ON_HOME]),
        "articles": latest_articles(ARTICLES_ON_HOME),
        "runs": coming_runs(RUNS_ON_HOME),
        "figures": featured_figures(FIGURES_ON_HOME),
        "organisations_url": index_url(Organisation),
        "facilities_url": index_url(Facility),
    }


def sectors() -> list[dict[str, Any]]:
    """The main sectors with how many organisations are in them now, the largest first."""
    rows = (
        Organisation.objects.visible()
        .order_by()
        .values("sector_id")
        .annotate(total=Count("pk"))
        .values_list("sector_id", "total")
    )
    totals = dict(rows)
    terms = Term.objects.filter(vocabulary=Vocabulary.SECTOR, pk__in=totals)
    url = index_url(Organisation)
    entries = [
        {
            "sector": term,
            "count": totals[term.pk],
            "url": f"{url}?sector={term.identifier}",
        }
        for term in terms
    ]
    return sorted(entries, key=lambda entry: (-entry["count"], str(entry["sector"])))
