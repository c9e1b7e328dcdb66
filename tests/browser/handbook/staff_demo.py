"""A demo that asks staff for a second factor, on a day that stays the same."""

import contextlib
from pathlib import Path

from tests.browser.demo_site import DemoSite

DAY = "2026-11-26T09:00:00+01:00"


class StaffDemo(DemoSite):
    """As on a server, but for the clock."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.environment |= {"SECOND_FACTOR": "true", "CLOCK_STARTS": DAY}

    def row(self, table: str, column: str, value: str) -> int:
        """The key of a row."""
        with contextlib.closing(self._connect()) as connection:
            cursor = connection.cursor()
            mark = "%s" if self.server else "?"
            cursor.execute(f'SELECT id FROM "{table}" WHERE "{column}" = {mark}', [value])
            return int(cursor.fetchone()[0])
