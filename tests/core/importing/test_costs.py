"""What an import costs: as many statements for a hundred rows as for ten, and the bars for 5,000 organisations."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from organisations.models import Organisation
from parkportal.core.models import ImportState
from tests.core.importing.steps import job_of, organisation_rows, take

STEPS = (ImportState.CHECKING, ImportState.WRITING)
FEW, MANY = 10, 100
SLACK = 2  # What is kept in the cache, and a statement that is split.
SECONDS, MEGABYTES = 60, 300


def statements(total: int, version: str, *, publish: bool) -> list[int]:
    """How many statements each step takes for so many rows."""
    job = job_of(organisation_rows(total, version), publish=publish)
    return [take(job, step) for step in STEPS]


@pytest.mark.parametrize("publish", [True, False], ids=["public", "drafts"])
def test_statements_do_not_grow_with_the_rows(site: object, publish: bool) -> None:
    few = [each for version in ("first", "second") for each in statements(FEW, version, publish=publish)]
    Organisation.objects.all().delete()
    many = [each for version in ("first", "second") for each in statements(MANY, version, publish=publish)]
    assert Organisation.objects.filter(website="https://example.org/second/99", live=publish).exists()
    assert all(abs(more - less) <= SLACK for more, less in zip(many, few, strict=True)), (few, many)


@pytest.mark.thousands
@pytest.mark.skipif(connection.vendor != "postgresql", reason="another process can't see the tests' SQLite database")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("publish", [True, False], ids=["public", "drafts"])
def test_five_thousand_organisations_take_under_a_minute_and_300_mb(tmp_path: Path, publish: bool) -> None:
    url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**connection.settings_dict)
    environment = os.environ | {"DATABASE_URL": url, "VAR_DIR": str(tmp_path), "SECRET_KEY": "x" * 50, "TASKS": "queue"}
    command = [sys.executable, "-m", "tests.core.importing.five_thousand", "public" if publish else "drafts"]
    output = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    for name, cost in json.loads(output).items():
        assert cost["seconds"] < SECONDS, (name, cost)
        assert cost["megabytes"] < MEGABYTES, (name, cost)
    assert Organisation.objects.count() == 0
