"""A visitor's question reaches whoever answers it, once, and nobody else learns of it."""

import datetime
import socket
import threading
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from django.contrib.auth.models import Group, User
from django.core import mail
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from education.models import Course
from organisations.models.facility import FacilityContact
from organisations.models.organisation import OrganisationContact
from parkportal.core.outbox import carry_out_due
from parkportal.core.public_forms.stamps import new_stamp
from parkportal.core.retention import forget_all
from parkportal.website.models import Enquiry, HomePage, ParkSettings
from parkportal.website.roles import DIRECTORY_MANAGERS, EDITORS, make_roles
from tests.factories.education import CourseFactory, CourseRunFactory, PartnershipFactory
from tests.factories.organisations import FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree, make_site
from tests.public_forms import send

QUESTION = {"message": "May we use the lab in May?\nAnd in June?", "name": "Anna", "email": "anna@example.org"}
FORMS = {
    "facility": ("/nl/vraag/faciliteit/lab/", "/en/ask/facility/lab/"),
    "course": ("/nl/vraag/cursus/cursus/", "/en/ask/course/cursus/"),
    "partnership": ("/nl/vraag/samenwerking/samen/", "/en/ask/partnership/samen/"),
    "organisation": ("/nl/vraag/organisatie/alfa/", "/en/ask/organisation/alfa/"),
    "park": ("/nl/vraag/", "/en/ask/"),
}
BUDGET = 12


@pytest.fixture
def park(site: dict[str, SiteTree]) -> ParkSettings:
    """A park that takes questions, and records with contacts."""
    return make_park()


@pytest.fixture
def lasting_park(transactional_db: None) -> ParkSettings:
    """The same, committed; another such test may have emptied the database."""
    if not HomePage.objects.exists():
        make_site()
    return make_park()


def make_park() -> ParkSettings:
    """An organisation with a lab, a course and a partnership; all with contacts."""
    park = ParkSettings.load()
    park.question_email = "park@example.org"
    park.save()
    alfa = OrganisationFactory(name_nl="Alfa", slug_nl="alfa", slug_en="alpha")
    alfa.contacts = [
        OrganisationContact(purpose="press", email="press@example.org"),
        OrganisationContact(purpose="general", email="alfa@example.org", languages="en, nl"),
        OrganisationContact(purpose="education", email="school@example.org"),
    ]
    alfa.save()
    lab = FacilityFactory(name_nl="Lab", name_en="The lab", slug_nl="lab", operator=alfa)
    lab.contacts = [FacilityContact(purpose="facility", email="lab@example.org", role_nl="Loket", languages="nl")]
    lab.save()
    CourseFactory(name_nl="Cursus", slug_nl="cursus", provider=alfa)
    PartnershipFactory(name_nl="Samen", slug_nl="samen", contact_email="samen@example.org")
    return park


def deliver() -> None:
    """What the worker does a little later."""
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        carry_out_due()


@pytest.mark.parametrize(
    ("kind", "mailbox"),
    [
        ("facility", "lab@example.org"),
        ("course", "school@example.org"),
        ("partnership", "samen@example.org"),
        ("organisation", "alfa@example.org"),
        ("park", "park@example.org"),
    ],
)
def test_a_question_reaches_who_answers_it(park: ParkSettings, client: Client, kind: str, mailbox: str) -> None:
    for path in FORMS[kind]:
        answer = send(client, path, QUESTION)
        assert answer.status_code == 302
        assert client.get(answer["Location"]).status_code == 200
    assert mail.outbox == []
    deliver()
    assert [message.to for message in mail.outbox] == [[mailbox]] * 2
    assert mail.outbox[0].reply_to == ["anna@example.org"]
    assert QUESTION["message"] in mail.outbox[0].body


def test_a_question_about_one_date_says_which(park: ParkSettings, client: Client) -> None:
    run = CourseRunFactory(course=Course.objects.get())
    ours = f"/nl/vraag/cursus/cursus/?run={run.uuid}"
    with translation.override("nl"):
        dates = run.dates
    assert ours in client.get(PROFILES["course"]).content.decode()
    assert f"Cursus, {dates}" in client.get(ours).content.decode()
    answer = send(client, ours, QUESTION)
    assert f"#run-{run.uuid}" in client.get(answer["Location"]).content.decode()
    deliver()
    assert dates in mail.outbox[0].subject
    assert f"#run-{run.uuid}" in mail.outbox[0].body
    for unknown in ("", "no", str(uuid4()), str(CourseRunFactory().uuid)):
        page = client.get(f"/nl/vraag/cursus/cursus/?run={unknown}")
        assert page.status_code == 200
        assert dates not in page.content.decode()


def test_the_visitor_reads_one_language_and_who_answers_another(park: ParkSettings, client: Client) -> None:
    page = client.get("/en/ask/facility/lab/").content.decode()
    assert "Ask about The lab" in page
    assert "Loket, The lab" in page
    assert "180" in page
    assert '<link rel="alternate"' not in page
    assert "/nl/vraag/faciliteit/lab/" in page
    send(client, "/en/ask/facility/lab/", QUESTION)
    send(client, "/nl/vraag/organisatie/alfa/", QUESTION)
    deliver()
    assert mail.outbox[0].subject.startswith("Vraag over")
    assert "Engels" in mail.outbox[0].body
    assert mail.outbox[1].subject == "Question about Alfa"


@pytest.mark.parametrize("kind", FORMS)
def test_the_form_is_no_caches_and_costs_few_queries(park: ParkSettings, client: Client, kind: str) -> None:
    for path in FORMS[kind]:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(path)
        assert len(captured) <= BUDGET
        assert "no-store" in page["Cache-Control"]
        assert 'content="noindex"' in page.content.decode()


PROFILES = {
    "facility": "/nl/faciliteiten/lab/",
    "course": "/nl/onderwijs/cursussen/cursus/",
    "partnership": "/nl/onderwijs/samenwerkingen/samen/",
    "organisation": "/nl/organisaties/alfa/",
}


@pytest.mark.parametrize("kind", PROFILES)
def test_a_profile_leads_to_its_form_without_a_cookie(park: ParkSettings, client: Client, kind: str) -> None:
    page = client.get(PROFILES[kind])
    assert f'href="{FORMS[kind][0]}"' in page.content.decode()
    assert not page.cookies


@pytest.mark.parametrize("kind", PROFILES)
def test_where_nobody_answers_there_is_neither_form_nor_link(site: Any, client: Client, kind: str) -> None:
    alfa = OrganisationFactory(name_nl="Alfa", slug_nl="alfa")
    alfa.contacts = [OrganisationContact(purpose="general", email="alfa@example.org", takes_questions=False)]
    alfa.save()
    FacilityFactory(name_nl="Lab", slug_nl="lab", operator=alfa)
    CourseFactory(name_nl="Cursus", slug_nl="cursus", provider=alfa)
    PartnershipFactory(name_nl="Samen", slug_nl="samen")
    assert FORMS[kind][0] not in client.get(PROFILES[kind]).content.decode()
    assert client.get(FORMS[kind][0]).status_code == 404
    assert client.post(FORMS[kind][0], QUESTION).status_code == 404


def test_without_a_contact_of_its_own_the_operator_answers_then_the_park(park: ParkSettings, client: Client) -> None:
    beta = OrganisationFactory(slug_nl="beta")
    FacilityFactory(slug_nl="hal", operator=beta)
    send(client, "/nl/vraag/faciliteit/hal/", QUESTION)
    beta.contacts = [OrganisationContact(purpose="general", email="beta@example.org")]
    beta.save()
    send(client, "/nl/vraag/faciliteit/hal/", QUESTION | {"message": "Again"})
    deliver()
    assert [message.to for message in mail.outbox] == [["park@example.org"], ["beta@example.org"]]


def test_a_list_without_results_leads_to_the_park(park: ParkSettings, client: Client) -> None:
    for path in ("/nl/organisaties/?q=xyzzy", "/nl/zoeken/?q=xyzzy"):
        assert 'href="/nl/vraag/"' in client.get(path).content.decode()


class Mailbox(Message):
    """Keeps what it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[Any] = []

    def handle_message(self, message: Any) -> None:
        self.got.append(message)


@pytest.fixture
def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def smtp(settings: Any, free_port: int) -> Iterator[Controller]:
    """A mail server that does not run yet, and the site's settings for it."""
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": free_port, "timeout": 5},
        }
    }
    server = Controller(Mailbox(), hostname="127.0.0.1", port=free_port)
    yield server
    if server.loop.is_running():
        server.stop()


def test_nothing_is_lost_while_the_mail_server_is_down_for_an_hour(
    park: ParkSettings, client: Client, admin_client: Client, smtp: Controller
) -> None:
    assert send(client, "/nl/vraag/faciliteit/lab/", QUESTION).status_code == 302
    start = timezone.now()
    for minutes in range(0, 60, 2):
        with time_machine.travel(start + datetime.timedelta(minutes=minutes)):
            carry_out_due()
    waiting = Enquiry.objects.with_delivery().get()
    assert waiting.delivered is None
    assert "ConnectionRefusedError" in admin_client.get(reverse("questions:index")).content.decode()
    smtp.start()
    for minutes in range(60, 180, 10):
        with time_machine.travel(start + datetime.timedelta(minutes=minutes)):
            carry_out_due()
    (message,) = smtp.handler.got
    assert (message["To"], message["Reply-To"]) == ("lab@example.org", "anna@example.org")
    assert Enquiry.objects.get().delivered


def test_two_hundred_at_once_send_as_many_mails_as_the_limit_allows(lasting_park: ParkSettings) -> None:
    threads, each = (20, 10) if connection.vendor == "postgresql" else (1, 8)
    barrier = threading.Barrier(threads)
    stamps = [new_stamp() for _ in range(threads * each)]
    statuses: list[int] = []

    def run(first: int) -> None:
        barrier.wait()
        for number in range(first, len(stamps), threads):
            data = QUESTION | {"message": f"Question {number}", "stamp": stamps[number]}
            statuses.append(Client().post("/nl/vraag/faciliteit/lab/", data, REMOTE_ADDR="192.0.2.1").status_code)
        if threads > 1:
            connections.close_all()

    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=10), tick=False):
        started = [threading.Thread(target=run, args=(first,)) for first in range(1, threads)]
        for thread in started:
            thread.start()
        run(0)
        for thread in started:
            thread.join()
    assert (statuses.count(302), statuses.count(429)) == (5, len(stamps) - 5)
    assert Enquiry.objects.count() == len(mail.outbox) == 5


def test_the_copy_is_erased_after_180_days(park: ParkSettings, client: Client) -> None:
    send(client, "/nl/vraag/faciliteit/lab/", QUESTION)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=179)):
        assert forget_all()["old_enquiries"] == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(days=181)):
        assert forget_all()["old_enquiries"] == 1
    assert not Enquiry.objects.exists()


def login(group: str) -> Client:
    user = User.objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def test_staff_who_may_read_questions_and_change_none(park: ParkSettings, client: Client, admin_client: Client) -> None:
    make_roles()
    send(client, "/nl/vraag/faciliteit/lab/", QUESTION)
    enquiry = Enquiry.objects.get()
    for reader in (admin_client, login(DIRECTORY_MANAGERS)):
        assert "Anna" in reader.get(reverse("questions:index")).content.decode()
        assert "anna@example.org" in reader.get(reverse("questions:inspect", args=[enquiry.pk])).content.decode()
        assert reader.get(reverse("questions:edit", args=[enquiry.pk])).status_code != 200
        assert reader.get(reverse("questions:add")).status_code != 200
    assert login(EDITORS).get(reverse("questions:index")).status_code != 200
