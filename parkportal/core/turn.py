"""One process at a time: PostgreSQL frees the lock of one that was killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from django.db import connection


class Lock(IntEnum):
    """What only one process does at a time; any numbers that nothing else in the database uses."""

    ALERTS = 0x616C657274
    OUTBOX_MAILS = 0x6D61696C73


@contextmanager
def turn(lock: Lock) -> Iterator[bool]:
    """Whether it is this process's turn. Other databases are for one worker only."""
    if connection.vendor != "postgresql":
        yield True
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock.value])
        mine = bool(cursor.fetchone()[0])
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [lock.value])
