"""A round of questions outlives its worker: nobody gets two mails, and what nobody can know is told.

A mail is in doubt if the worker was killed between writing down that it goes and reading the server's answer: at most
one for each kill. Everybody else gets exactly one.
"""

from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from organisations.entry.rounds import ask_for_confirmation
from organisations.models import EntryLink, Organisation
from organisations.models.entry_link import MAIL
from organisations.models.organisation import OrganisationContact
from parkportal.core.models import OutboxEntry, Vocabulary
from parkportal.website.models import HomePage
from tests.factories.core import term
from tests.factories.site import make_site
from tests.news.alerts.sender import environment, send_with_kills
from tests.news.alerts.sink import Sink
from tests.news.alerts.test_kills import without_waiting_for_the_disk

KILLS = 2


def many_organisations(total: int) -> None:
    """That many visible organisations with a contact, in a few statements."""
    kinds = {
        "organisation_type": term(Vocabulary.ORGANISATION_TYPE, "company"),
        "triple_helix": term(Vocabulary.TRIPLE_HELIX, "business"),
        "sector": term(Vocabulary.SECTOR, "drug-development"),
    }
    made = Organisation.objects.bulk_create(
        (
            Organisation(
                name=f"Naam {number}", name_nl=f"Naam {number}", slug=f"n-{number}", slug_nl=f"n-{number}", **kinds
            )
            for number in range(total)
        ),
        batch_size=1000,
    )
    OrganisationContact.objects.bulk_create(
        (OrganisationContact(organisation=each, email=f"{each.slug_nl}@example.org") for each in made), batch_size=1000
    )


@pytest.mark.parametrize("total", [200, pytest.param(10_000, marks=pytest.mark.thousands)])
@pytest.mark.skipif(connection.vendor != "postgresql", reason="another process can't see the tests' SQLite database")
@pytest.mark.django_db(transaction=True)
def test_a_round_goes_out_once_each_though_its_worker_is_killed(tmp_path: Path, settings: Settings, total: int) -> None:
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
    if not HomePage.objects.exists():
        make_site()
    without_waiting_for_the_disk()
    many_organisations(total)
    assert ask_for_confirmation(6) == total
    assert ask_for_confirmation(6) == 0
    url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**connection.settings_dict)
    with Sink() as sink:
        send_with_kills(environment(url, sink, tmp_path), sink, total, KILLS, command="carry_out_outbox")
    mails = OutboxEntry.objects.filter(kind=MAIL)
    addresses = dict(EntryLink.objects.values_list("pk", "email"))
    in_doubt = {addresses[int(entry.key)] for entry in mails.in_doubt()}
    assert set(sink.received.values()) == {1}
    assert len(in_doubt) <= KILLS
    assert mails.filter(done_at__isnull=False, error="").count() == total - len(in_doubt)
    assert set(addresses.values()) - set(sink.received) <= in_doubt
