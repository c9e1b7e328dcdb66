"""Links to records of the directory, which the public may or may not see."""

from parkportal.core.models import Record
from parkportal.core.visibility import is_published


def shown[AnyRecord: Record](record: AnyRecord | None) -> AnyRecord | None:
    """The record if the public may see it, so that an unpublished one is neither linked nor named."""
    return record if record is not None and is_published(record) else None
