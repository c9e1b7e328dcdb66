"""Imports 5,000 new organisations, then changes them all, then undoes both, and says what that cost this process.

Run in a process of its own, as the worker is one: seconds of the processor, so that what else runs on the machine does
not count, and the most memory that the process ever had.
"""

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

TOTAL = 5000


def costs(*, publish: bool) -> Iterator[tuple[str, dict[str, float]]]:
    """The cost of each import, compared and carried out, and of undoing it."""
    from parkportal.core.models import ImportState
    from tests.core.importing.steps import imported, organisation_rows, work

    jobs: list[Any] = []
    for version in ("first", "second"):
        yield (
            version,
            _cost(lambda version=version: jobs.append(imported(organisation_rows(TOTAL, version), publish=publish))),
        )
        assert jobs[-1].changes.count() == TOTAL
    for job in reversed(jobs):
        yield f"undo {job.pk}", _cost(lambda job=job: work(job, ImportState.UNDOING))


def _cost(work: Any) -> dict[str, float]:
    begun = time.process_time()
    work()
    seconds = time.process_time() - begun
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return {"seconds": round(seconds, 1), "megabytes": int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024}


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "parkportal.settings"
    django.setup()
    sys.stdout.write(json.dumps(dict(costs(publish=sys.argv[1] == "public"))))
