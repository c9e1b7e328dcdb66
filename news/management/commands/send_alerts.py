from typing import Any

from django.core.management.base import BaseCommand

from news.alerts.pruning import prune
from news.alerts.sending import send_all


class Command(BaseCommand):
    """Sends the alerts that wait: what the mail server put off, and what a killed worker left behind."""

    help = "Send the alert mails that wait, and erase what is kept long enough."

    def handle(self, **options: Any) -> None:
        """Send, then tidy up."""
        send_all()
        prune()
