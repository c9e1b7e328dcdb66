import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from parkportal.core.publishing.due import Outcome, publish_due
from parkportal.core.publishing.moments import next_moment

SHORTEST_WAIT, LONGEST_WAIT = 0.2, 10  # Seconds; what is planned within the longest may come as much late.


class Command(BaseCommand):
    """Publishes and withdraws what is due, in place of Wagtail's publish_scheduled."""

    help = "Publish and withdraw what is due, and mend what a killed process left behind."

    def add_arguments(self, parser: CommandParser) -> None:
        """Once, or for as long as the process lives."""
        parser.add_argument("--watch", action="store_true", help="Go on, and be there at the very moment.")

    def handle(self, *, watch: bool, **options: Any) -> None:
        """Publish, say what was done, and wait for the next moment."""
        while True:
            self.report(publish_due())
            if not watch:
                return
            time.sleep(_seconds_to_wait())
            close_old_connections()

    def report(self, outcome: Outcome) -> None:
        """Name what was done with how late it was, and what failed."""
        for name, late in outcome.done:
            self.stdout.write(f"{name} ({late.total_seconds():.1f} s late)")
        for name in outcome.failed:
            self.stderr.write(f"failed: {name}")
        if outcome.repaired:
            self.stdout.write(f"repaired: {outcome.repaired}")


def _seconds_to_wait() -> float:
    moment = next_moment()
    left = (moment - timezone.now()).total_seconds() if moment else LONGEST_WAIT
    return min(max(left, SHORTEST_WAIT), LONGEST_WAIT)
