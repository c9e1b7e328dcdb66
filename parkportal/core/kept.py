"""What stands on every page and changes seldom: read once by each process, and read again when somebody says so."""

from collections.abc import Callable
from uuid import uuid4

from django.core.cache import cache

SECONDS = 60


class Kept[Value]:
    """A value with a name. The cache holds a stamp only: unpickling the terms at each use took a fifth of a page.

    Whoever gets the value must not change it: all threads have the same.
    """

    def __init__(self, name: str, read: Callable[[], Value]) -> None:
        self.name = name
        self._read = read
        self._stamped: tuple[str, Value] | None = None

    def __call__(self) -> Value:
        """The value, read from the database if that was not done since it was forgotten, a minute ago at most."""
        stamp = cache.get(self.name)
        if stamp is None:
            stamp = uuid4().hex
            cache.set(self.name, stamp, SECONDS)
        kept = self._stamped
        if kept is None or kept[0] != stamp:
            self._stamped = kept = (stamp, self._read())
        return kept[1]

    def forget(self, **kwargs: object) -> None:
        """A receiver: what was read has changed."""
        cache.delete(self.name)
