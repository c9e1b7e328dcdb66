"""One at a time: whoever publishes what is due holds a lock, which ends with the transaction or the connection."""

from django.db import connection

LOCK = 0x7061726B  # Any number that nothing else in the database uses.


def is_our_turn() -> bool:
    """Take the lock for the current transaction; False if another process holds it.

    SQLite needs none: its transactions wait for each other.
    """
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])
