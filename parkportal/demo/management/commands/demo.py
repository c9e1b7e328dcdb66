from argparse import ArgumentParser
from threading import Thread
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from parkportal.demo.loading.everything import load_everything
from parkportal.demo.loading.staff import ACCOUNTS, PASSWORD


class Command(BaseCommand):
    """Prepares the demo site and serves it. What is there already is kept."""

    help = "Prepare a demo site with real content and serve it at http://127.0.0.1:8000"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The address, and whether to serve at all."""
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="address and port to serve at")
        parser.add_argument("--no-serve", action="store_true", help="only prepare")

    def handle(self, *, address: str, no_serve: bool, verbosity: int, **options: Any) -> None:
        """Migrate, load, collect the static files, say how to log in, serve and publish what is planned."""
        call_command("migrate", interactive=False, verbosity=max(0, verbosity - 1))
        load_everything(tell=self.stdout.write)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write(self.style.SUCCESS(f"\nThe demo is ready: http://{address}/"))
        self.stdout.write(f"Staff log in at http://{address}/cms/ with password {PASSWORD}")
        self.stdout.write(f"as admin, {', '.join(ACCOUNTS)}\n")
        if not no_serve:
            Thread(target=call_command, args=("publish_due", "--watch"), daemon=True).start()
            call_command("runserver", address, use_reloader=False, insecure_serving=False)
