"""Many rows at once, for measuring what must not grow with them."""

import datetime
import uuid
from typing import Any

from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from education.models import CourseRun, RunSession, RunState
from organisations.models import Building, Organisation, OrganisationLocation
from parkportal.core.search.indexing import write_entries

from .education import CourseFactory, sessions_between
from .organisations import OrganisationFactory


def many_organisations(total: int) -> None:
    """Live organisations that are found, in one insert."""
    made = Organisation.objects.bulk_create(_like_saved(OrganisationFactory.build()) for _ in range(total))
    # With their rows, so that an entry takes no queries of its own.
    write_entries(Organisation.objects.for_profile().filter(pk__in=[organisation.pk for organisation in made]))


def many_tenants(building: Building) -> None:
    """Everybody without an address moves in."""
    homeless = Organisation.objects.filter(locations=None)
    OrganisationLocation.objects.bulk_create(
        OrganisationLocation(organisation=organisation, building=building) for organisation in homeless
    )


def many_runs(total: int, *, days: int = 730) -> None:
    """Runs of ten courses with two sessions each, over two years around today, in five inserts."""
    courses = [CourseFactory() for _ in range(10)]
    first = timezone.now().replace(hour=8, minute=0, second=0, microsecond=0) - datetime.timedelta(days=days // 2)
    runs = []
    for number in range(total):
        starts = first + datetime.timedelta(days=number * days // total)
        ends = starts + datetime.timedelta(days=1, hours=8)
        runs.append(CourseRun(course=courses[number % 10], starts=starts, ends=ends, state=RunState.OPEN))
    CourseRun.objects.bulk_create(runs, batch_size=1000)
    sessions = (session for run in runs for session in sessions_between(run.starts, run.ends, run=run))
    RunSession.objects.bulk_create(sessions, batch_size=1000)
    _let_postgresql_count()


def _let_postgresql_count() -> None:
    """As it does by itself once rows are committed; what was planned for none may take minutes for hundreds."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _like_saved(organisation: Organisation) -> Organisation:
    organisation.slug_en = None
    return organisation


def many_copies(page: Page, total: int) -> None:
    """Copies of a page beside it, written straight into its tables: Wagtail takes a second for fifty."""
    steplen, path = Page.steplen, page.path
    parent = page.get_parent(update=True)
    last = parent.numchild
    first_pk = Page.objects.order_by("-pk")[0].pk + 1
    tables = [*reversed([model for model in type(page).__mro__ if _has_table(model)])]
    for table in tables:
        fields = table._meta.local_concrete_fields
        row = table._base_manager.filter(pk=page.pk).values_list(*[field.attname for field in fields])[0]
        rows = []
        for number in range(total):
            values: dict[str, Any] = dict(zip([field.attname for field in fields], row, strict=True))
            values[table._meta.pk.attname] = first_pk + number
            if table is Page:
                values["path"] = path[:-steplen] + Page._int2str(last + number + 1).rjust(steplen, "0")
                values["slug"] = f"{page.slug}-{number}"
                values["url_path"] = page.url_path[:-1] + f"-{number}/"
                values["translation_key"] = uuid.uuid4()
            rows.append([field.get_db_prep_save(values[field.attname], connection) for field in fields])
        _insert(table, [field.column for field in fields], rows)
    Page.objects.filter(pk=parent.pk).update(numchild=last + total)


def _has_table(model: type) -> bool:
    return hasattr(model, "_meta") and not model._meta.abstract and not model._meta.proxy


def _insert(table: Any, columns: list[str], rows: list[list[Any]]) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in columns)
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(table._meta.db_table)} ({names}) VALUES ({places})", rows)
