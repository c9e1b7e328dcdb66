"""The link to an entry is one organisation's: nobody else's, no longer than meant, and nothing happens by looking."""

import datetime
import logging

import pytest
import time_machine
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from organisations.entry.links import path_of, token
from organisations.models import EntryLink, Organisation
from parkportal.core.logs import WithoutPersonalLinks
from parkportal.core.models import Proposal
from tests.factories.entries import directory_manager, link_for, logged_in, organisation_with_contact
from tests.factories.site import SiteTree

DAY = datetime.timedelta(days=1)
PAGES = ("entry", "entry-change", "entry-gone")


@pytest.fixture
def organisation(site: dict[str, SiteTree]) -> Organisation:
    return organisation_with_contact()


def confirmed(organisation: Organisation) -> tuple[datetime.date | None, str]:
    organisation.refresh_from_db()
    return organisation.confirmed_on, organisation.confirmed_by


@pytest.mark.parametrize("name", PAGES)
def test_looking_changes_nothing(client: Client, organisation: Organisation, name: str) -> None:
    path = path_of(link_for(organisation), name)
    prefetch = {"Purpose": "prefetch", "Sec-Purpose": "prefetch;prerender"}
    answers = [getattr(client, method)(path, headers=prefetch) for method in ("get", "head", "options")]
    for response in [*answers, client.get(path)]:
        assert response.status_code in (200, 405)
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "same-origin"
        assert "noindex" in response["X-Robots-Tag"]
    assert confirmed(organisation) == (None, "")
    assert not Proposal.objects.exists()


def test_the_page_for_confirming_sets_no_cookie(client: Client, organisation: Organisation) -> None:
    assert not client.get(path_of(link_for(organisation))).cookies


def test_a_post_confirms_and_the_public_sees_it_at_once(
    client: Client, organisation: Organisation, language: str
) -> None:
    link = link_for(organisation)
    answer = client.post(path_of(link, "entry", language))

    assert answer.status_code == 200
    assert confirmed(organisation) == (timezone.localdate(), "organisation")
    link.refresh_from_db()
    assert link.used_for
    page = client.get(organisation.url_in(language)).content.decode()
    assert {"nl": "Bevestigd door de organisatie", "en": "Confirmed by the organisation"}[language] in page


def test_a_confirmation_is_in_the_draft_too_and_publishes_nothing_of_it(
    client: Client, organisation: Organisation
) -> None:
    organisation.summary_en = "Not ready yet"
    organisation.save_revision()
    client.post(path_of(link_for(organisation)))

    live = Organisation.objects.get()
    draft = live.get_latest_revision_as_object()
    assert live.summary_en != "Not ready yet"
    assert (draft.summary_en, draft.confirmed_by) == ("Not ready yet", "organisation")
    live.get_latest_revision().publish()
    assert confirmed(organisation)[1] == "organisation"


def test_a_replay_confirms_nothing_later(client: Client, organisation: Organisation) -> None:
    link = link_for(organisation)
    client.post(path_of(link))
    today = timezone.localdate()
    with time_machine.travel(timezone.now() + 20 * DAY):
        assert client.post(path_of(link)).status_code == 200
    assert confirmed(organisation) == (today, "organisation")


def end(case: str, link: EntryLink, organisation: Organisation) -> str:
    """Make a link one that lets nobody in; gives its token."""
    match case:
        case "expired":
            EntryLink.objects.update(expires=timezone.now() - DAY)
        case "revoked":
            link.revoke()
        case "forged":
            return f"{link.uuid.hex}.{'x' * 43}"
        case "for another purpose":
            return signing.Signer(sep=".", salt="news.alerts.confirm").sign(link.uuid.hex)
        case "of an unpublished organisation":
            organisation.unpublish()
        case "erased":
            return token(link) if link.delete() else ""
    return token(link)


CASES = ["expired", "revoked", "forged", "for another purpose", "of an unpublished organisation", "erased"]


@pytest.mark.parametrize("case", CASES)
def test_a_link_that_lets_nobody_in_always_has_the_same_answer(
    client: Client, organisation: Organisation, case: str
) -> None:
    text = end(case, link_for(organisation), organisation)
    for name in PAGES:
        path = reverse(name, args=[text])
        for response in (client.get(path), client.head(path), client.post(path)):
            assert response.status_code == 404
            assert "no-store" in response["Cache-Control"]
    with translation.override("en"):
        assert "not valid any more" in client.get(reverse("entry", args=[text])).content.decode()
    assert confirmed(organisation) == (None, "")
    assert not Proposal.objects.exists()


def test_a_link_opens_no_other_entry(client: Client, organisation: Organisation) -> None:
    other = organisation_with_contact(name_nl="Een ander")
    client.post(path_of(link_for(other)))

    assert confirmed(organisation) == (None, "")
    assert confirmed(other)[1] == "organisation"


def test_staff_see_what_a_link_was_used_for_and_revoke_it(client: Client, organisation: Organisation) -> None:
    link = link_for(organisation)
    client.post(path_of(link))
    staff = logged_in(directory_manager())

    listing = staff.get("/cms/entry-links/").content.decode()
    page = staff.get(f"/cms/entry-links/inspect/{link.pk}/").content.decode()
    answer = staff.post(f"/cms/entry-links/{link.pk}/revoke/")

    assert "info@example.org" in listing
    assert "confirmed" in listing
    assert "Revoke the link" in page
    assert token(link) not in listing + page
    assert answer.status_code == 302
    assert client.get(path_of(link)).status_code == 404


def test_no_log_holds_a_token(organisation: Organisation, language: str) -> None:
    link = link_for(organisation)
    arguments = (path_of(link, "entry-change", language),)
    record = logging.LogRecord("x", logging.INFO, "x", 1, "Not found: %s", arguments, None)
    WithoutPersonalLinks().filter(record)
    assert token(link) not in record.getMessage()
