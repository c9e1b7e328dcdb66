from typing import Any

from django.core.management.base import BaseCommand

from news.alerts.sending import send_all


class Command(BaseCommand):
    """Sends the alerts that wait: what the mail server put off, and what a killed worker left behind."""

    help = "Send the alert mails that wait."

    def handle(self, **options: Any) -> None:
        """Until nothing is left that may go now."""
        send_all()
