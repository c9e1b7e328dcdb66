"""The signed time stamp of a form: when it was handed out."""

import datetime
import secrets
from enum import Enum, auto

from django.core import signing
from django.utils import timezone

SHORTEST = datetime.timedelta(seconds=3)  # Nobody reads and fills in a form faster.
LONGEST = datetime.timedelta(days=1)
SALT = "parkportal.core.public_forms.stamp"


class Age(Enum):
    """Whether the time between getting and sending a form is a person's."""

    TOO_YOUNG = auto()
    RIGHT = auto()
    TOO_OLD = auto()  # Or no stamp of ours.


def new_stamp() -> str:
    """A stamp of this moment, like no other."""
    return signing.dumps([timezone.now().timestamp(), secrets.token_urlsafe(9)], salt=SALT)


def age_of(stamp: str) -> Age:
    """How old a stamp is."""
    try:
        handed_out, _token = signing.loads(stamp, salt=SALT)
        age = timezone.now() - datetime.datetime.fromtimestamp(handed_out, tz=datetime.UTC)
    except signing.BadSignature:
        return Age.TOO_OLD
    if age < SHORTEST:
        return Age.TOO_YOUNG
    return Age.RIGHT if age <= LONGEST else Age.TOO_OLD
