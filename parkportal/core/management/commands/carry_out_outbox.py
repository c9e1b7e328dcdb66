from typing import Any

from django.core.management.base import BaseCommand

from parkportal.core.outbox import carry_out_due, forget_done
from parkportal.core.outbox_mails import send_all


class Command(BaseCommand):
    """Carries out side effects that are due: what failed before, and what a killed worker left behind."""

    help = "Carry out the side effects that are due, and forget those that were carried out a month ago."

    def handle(self, **options: Any) -> None:
        """Carry out, send the mails, then tidy up."""
        carry_out_due()
        send_all()
        forget_done()
