from typing import Any

from django.core.management.base import BaseCommand

from parkportal.core.retention import forget_all


class Command(BaseCommand):
    """Erases what is kept for a time only: counts of submissions, and what the apps have registered."""

    help = "Erase what was kept long enough."

    def handle(self, **options: Any) -> None:
        """Say how much was erased of each kind."""
        for name, total in forget_all().items():
            if total:
                self.stdout.write(f"{name}: {total}")
