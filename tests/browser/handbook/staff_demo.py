"""A demo that asks staff for a second factor, as a server does, and in which they may change what they like."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.browser.demo_site import ROOT, DemoSite

BEFORE, DAY = "2026-11-26T08:00:00+01:00", "2026-11-26T09:00:00+01:00"
MANAGE = [sys.executable, "-m", "tests.browser.demo_process"]
SERVE = [*MANAGE, "runserver", "--noreload"]


class StaffDemo(DemoSite):
    """With a second factor; on a day that stays the same if it is for pictures."""

    def __init__(self, folder: Path, *, day: str = "") -> None:
        super().__init__(folder)
        self.environment |= {"SECOND_FACTOR": "true"} | ({"CLOCK_STARTS": day} if day else {})

    def begin_like(self, other: DemoSite) -> None:
        """With what another demo holds, which may be running. On PostgreSQL it is loaded anew instead."""
        if self.server:
            return
        ours, theirs = self.folder / "var", other.folder / "var"
        shutil.copytree(theirs, ours, ignore=shutil.ignore_patterns("db.sqlite3*", "mail"))
        copy = sqlite3.connect(ours / "db.sqlite3")
        with contextlib.closing(other._connect()) as source, contextlib.closing(copy):
            source.backup(copy)
        self.command = SERVE

    def catch_up(self) -> None:
        """Do and mail what was due by the clock of this demo."""
        subprocess.run([*MANAGE, "carry_out_outbox"], cwd=ROOT, env=self.environment, check=True, capture_output=True)

    def key_of(self, table: str, column: str, value: str) -> int:
        """The key of a row."""
        with contextlib.closing(self._connect()) as connection:
            cursor = connection.cursor()
            mark = "%s" if self.server else "?"
            cursor.execute(f'SELECT id FROM "{table}" WHERE "{column}" = {mark}', [value])
            return int(cursor.fetchone()[0])
