"""What somebody saw before deciding, so that nobody decides on what has changed since."""

import hashlib
import json
from collections.abc import Iterable

from .selectors import Line


def fingerprint(shown: Iterable[Line]) -> str:
    """The values that were shown, with the state of things and of their decisions."""
    seen = [(line.value.name, line.old, line.now, line.new, line.value.decision) for line in shown]
    return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:32]
