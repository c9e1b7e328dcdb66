"""How the lists of the API are cut into pages."""

from ninja import Field, Schema
from ninja.pagination import LimitOffsetPagination

PAGE, LONGEST_PAGE, FARTHEST = 100, 1_000, 10_000_000


class ApiPages(LimitOffsetPagination):
    """By ``limit`` and ``offset``, both within what a database can count to."""

    class Input(Schema):
        """What may be asked."""

        limit: int = Field(PAGE, ge=1, le=LONGEST_PAGE)
        offset: int = Field(0, ge=0, le=FARTHEST)
