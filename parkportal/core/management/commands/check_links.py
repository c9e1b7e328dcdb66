from typing import Any

from django.core.management.base import BaseCommand

from parkportal.core.broken_links import look_at_everything


class Command(BaseCommand):
    """Looks for links that lead nowhere in all that is public."""

    help = "Look for links that lead nowhere in all that is public; the first page of the CMS counts them."

    def handle(self, *args: Any, **options: Any) -> None:
        """Look, and say how many there are."""
        self.stdout.write(f"{look_at_everything()} links lead nowhere.")
