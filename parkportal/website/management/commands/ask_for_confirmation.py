from typing import Any

from django.core.management.base import BaseCommand

from organisations.entry.rounds import ask_for_confirmation
from parkportal.website.models import ParkSettings


class Command(BaseCommand):
    """Asks the organisations whose turn it is whether their entry is right; the outbox sends the mails."""

    help = "Queue a mail to each organisation that was not asked for as long as the park's settings say."

    def handle(self, **options: Any) -> None:
        """Say how many."""
        total = ask_for_confirmation(ParkSettings.load().months_between_questions)
        if total:
            self.stdout.write(f"asked: {total}")
