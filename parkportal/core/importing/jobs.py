"""What the worker does with an import: compare it, carry it out, undo it. Each is done wholly or not at all.

A worker that is killed leaves everything as it was, and whoever starts the step again starts it anew.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, transaction
from django.tasks import task
from django.utils import translation
from django.utils.translation import gettext as _

from ..models import ImportJob, ImportState
from .carrying_out import Refused, carry_out, undo
from .comparing import compare
from .progress import Progress, wait_for_others

logger = logging.getLogger(__name__)
Work = Callable[[ImportJob, Progress], dict[str, Any]]


@task()
def compare_file(key: int) -> None:
    """Find every difference and every error, and keep them."""
    _all_or_nothing(key, (ImportState.MAPPING, ImportState.CHECKING, ImportState.READY), compare)


@task()
def carry_out_file(key: int) -> None:
    """Write every change or none; what changed since it was compared refuses all of it."""
    _all_or_nothing(key, (ImportState.READY, ImportState.WRITING, ImportState.DONE), carry_out)


@task()
def undo_file(key: int) -> None:
    """Take back what has not changed since."""
    _all_or_nothing(key, (ImportState.DONE, ImportState.UNDOING, ImportState.UNDONE), undo)


STEPS: dict[str, Any] = {
    ImportState.CHECKING: compare_file,
    ImportState.WRITING: carry_out_file,
    ImportState.UNDOING: undo_file,
}


def start(job: ImportJob) -> None:
    """Have the worker do the step that the job's state asks for; once more does no harm."""
    STEPS[job.state].enqueue(job.pk)


def _all_or_nothing(key: int, states: tuple[ImportState, ImportState, ImportState], work: Work) -> None:
    before, during, after = states
    job = ImportJob.objects.defer("rows", "errors").filter(pk=key).first()
    if job is None:
        return
    with translation.override(job.spoken):
        try:
            with Progress(job) as progress, transaction.atomic():
                wait_for_others(job)
                job.refresh_from_db()
                if job.state == during:
                    job.move(during, after, **work(job, progress))
        except Refused as error:
            job.move(during, before, message=str(error))
        except DatabaseError:
            logger.exception("Import %s", key)
            message = _("Somebody changed the same entries at the same moment. Nothing was changed. Try again.")
            job.move(during, before, message=message)
        except Exception:
            logger.exception("Import %s", key)
            message = _("Something went wrong on our side, and nothing was changed. Tell whoever looks after the site.")
            job.move(during, before, message=message)
