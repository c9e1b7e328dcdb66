"""A queryset seen through a function: only the part that is asked for is fetched and made."""

from collections.abc import Callable, Sequence
from typing import Any, overload

from django.db.models import QuerySet


class Mapped(Sequence[Any]):
    """What a function makes of the records of a queryset, for paginators."""

    def __init__(self, make: Callable[[Any], Any], records: QuerySet[Any]) -> None:
        self.make = make
        self.records = records

    def __len__(self) -> int:
        return self.records.count()

    @overload
    def __getitem__(self, part: int) -> Any: ...

    @overload
    def __getitem__(self, part: slice) -> list[Any]: ...

    def __getitem__(self, part: int | slice) -> Any:
        if isinstance(part, slice):
            return [self.make(record) for record in self.records[part]]
        return self.make(self.records[part])
