"""Whether the worker keeps up: no task and nothing planned has waited longer than ten minutes.

For the container's health check. What was tried and failed is the staff's to mend, and no reason to start anew.
"""

import datetime
import sys

import django
from django.utils import timezone

django.setup()

from django_tasks_db.models import DBTaskResult  # noqa: E402 -- needs the applications.

from parkportal.core.publishing.report import late_and_failed  # noqa: E402

LONGEST_WAIT = datetime.timedelta(minutes=10)

since = timezone.now() - LONGEST_WAIT
waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=since).exclude(run_after__range=(since, timezone.now()))
if waiting.exists():
    sys.exit(f"{waiting.count()} tasks wait longer than {LONGEST_WAIT}")
untried = [item.title for item in late_and_failed().items if not item.attempts and item.due < since]
if untried:
    sys.exit(f"{len(untried)} items wait longer than {LONGEST_WAIT} to be published or withdrawn")
