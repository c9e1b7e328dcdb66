"""One sender at a time: PostgreSQL frees the lock of a process that was killed."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

LOCK = 0x616C657274  # "alert": any number that nothing else of the site uses.


@contextmanager
def turn() -> Iterator[bool]:
    """Whether it is this process's turn to send. Other databases are for one worker only."""
    if connection.vendor != "postgresql":
        yield True
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        mine = bool(cursor.fetchone()[0])
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
