from typing import Any

from django.core.management.base import BaseCommand

from parkportal.core.search.rebuilding import rebuild


class Command(BaseCommand):
    """Writes the search index anew: after rows were written past the models, or when texts are analysed otherwise."""

    help = "Write the search index of every record and page anew"

    def handle(self, **options: Any) -> None:
        """Say how many entries there are of each model."""
        for name, total in rebuild():
            self.stdout.write(f"{name}: {total}")
