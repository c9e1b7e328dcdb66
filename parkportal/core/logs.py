"""What must not stand in a log: personal links are keys."""

import logging
import re

PERSONAL_LINK = re.compile(r"(/embargo/|/your-entry/link/|/jouw-vermelding/link/)[^/\s]+")


class WithoutPersonalLinks(logging.Filter):
    """Leaves the tokens of personal links out of what is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record passes, without the tokens."""
        if isinstance(record.args, tuple):
            record.args = tuple(map(_without, record.args))
        record.msg = _without(record.msg)
        return True


def _without(value: object) -> object:
    return PERSONAL_LINK.sub(r"\1…", value) if isinstance(value, str) else value
