"""Whether the worker keeps up: no task has waited longer than ten minutes. For the container's health check."""

import datetime
import sys

import django
from django.utils import timezone

django.setup()

from django_tasks_db.models import DBTaskResult  # noqa: E402 -- needs the applications.

LONGEST_WAIT = datetime.timedelta(minutes=10)

since = timezone.now() - LONGEST_WAIT
waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=since).exclude(run_after__range=(since, timezone.now()))
if waiting.exists():
    sys.exit(f"{waiting.count()} tasks wait longer than {LONGEST_WAIT}")
