"""How far the worker is, told to others while its transaction is still open."""

from types import TracebackType
from typing import Any, Self

from django.db import connection, connections
from django.utils import timezone

from ..models import ImportJob


class Progress:
    """Counts the rows of a job by a connection of its own. SQLite has one writer: there nobody sees it count."""

    def __init__(self, job: ImportJob) -> None:
        self.job, self.done = job, 0
        self._own: Any = None

    def __enter__(self) -> Self:
        if connection.vendor == "postgresql":
            self._own = connections.create_connection(connection.alias)
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        if self._own:
            self._own.close()

    def add(self, rows: int) -> None:
        """So many rows more are done."""
        self.done += rows
        if self._own:
            table = connection.ops.quote_name(ImportJob._meta.db_table)
            with self._own.cursor() as cursor:
                # The table's name is the model's own.
                cursor.execute(
                    f"UPDATE {table} SET done = %s, moved = %s WHERE id = %s",  # noqa: S608
                    [self.done, timezone.now(), self.job.pk],
                )


def wait_for_others(job: ImportJob) -> None:
    """Only one process works on a job, until its transaction ends; on SQLite only one writes at all.

    The job's row stays free, for it tells how far this one is.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s), %s)", [ImportJob._meta.db_table, job.pk])
