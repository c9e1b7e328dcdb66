"""`manage.py demo` with tables made straight from the models: Wagtail's migrations take longer than the demo itself.

`.ci/run` prepares the demo by its migrations, and the stack's test makes its database with them.
"""

import os
import sys

import django
import time_machine
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from manage import use_demo_environment


def main() -> None:
    """Take the arguments of `manage.py`."""
    use_demo_environment()
    if start := os.environ.get("CLOCK_STARTS"):
        time_machine.travel(start).start()
    django.setup()
    settings.MIGRATION_MODULES = dict.fromkeys(config.label for config in apps.get_app_configs())
    from tests import first_rows  # It needs the applications.

    first_rows.connect()
    call_command("migrate", interactive=False, run_syncdb=True, verbosity=0)
    call_command(*sys.argv[1:])


if __name__ == "__main__":
    main()
