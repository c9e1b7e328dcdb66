"""An organisation proposes changes; staff decide on each, what they accept is public, and the proposer is answered."""

import datetime
import io
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from organisations.entry.links import path_of
from organisations.models import EntryLink, Organisation
from parkportal.core.models import ParkImage, Proposal, RecordProvenance
from parkportal.core.outbox_mails import send_all
from parkportal.core.provenance import origins
from tests.factories.entries import change_form, directory_manager, link_for, logged_in, organisation_with_contact
from tests.factories.site import SiteTree
from tests.organisations.entry.deciding import decide
from tests.public_forms import hidden_fields


@pytest.fixture
def organisation(site: dict[str, SiteTree]) -> Organisation:
    return organisation_with_contact(name_nl="Alfa", name_en="Alpha", slug_nl="alfa")


@pytest.fixture
def link(organisation: Organisation) -> EntryLink:
    return link_for(organisation)


def png(colour: str = "teal", size: tuple[int, int] = (400, 200)) -> SimpleUploadedFile:
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "PNG")
    return SimpleUploadedFile("logo.png", target.getvalue(), "image/png")


def test_only_what_differs_is_proposed_and_the_public_sees_nothing_yet(
    client: Client, organisation: Organisation, link: EntryLink, language: str
) -> None:
    changes = {"contact_phone": "071 999 99 99", "summary_en": "Another sentence."}
    answer = change_form(client, link, changes, language=language)

    assert answer.status_code == 302, answer.context["form"].errors
    assert client.get(answer["Location"]).status_code == 200
    proposal = Proposal.objects.get()
    assert {value.name: (value.old, value.new) for value in proposal.values.all()} == {
        "contact_phone": ("071 123 45 67", "071 999 99 99"),
        "summary_en": ("A sentence in English.", "Another sentence."),
    }
    assert (proposal.origin, proposal.email, proposal.subject) == ("organisation", link.email, organisation)
    assert "071 999 99 99" not in client.get(organisation.url_in("en")).content.decode()


def test_a_part_is_accepted_and_the_rest_refused_with_a_reason(
    client: Client, organisation: Organisation, link: EntryLink
) -> None:
    change_form(client, link, {"contact_phone": "071 999 99 99", "summary_en": "The best of all."})
    proposal, staff = Proposal.objects.get(), logged_in(directory_manager())
    page = staff.get(reverse("proposal", args=[proposal.pk])).content.decode()
    mail.outbox.clear()
    answer = decide(staff, proposal, contact_phone=("accepted", ""), summary_en=("refused", "Say what you do."))

    assert all(text in page for text in ("071 123 45 67", "071 999 99 99", "Summary (English)", "The best of all."))
    assert answer.status_code == 302
    shown = client.get(organisation.url_in("en")).content.decode()
    assert "071 999 99 99" in shown
    assert "The best of all." not in shown
    send_all()
    (message,) = mail.outbox
    text = str(message.body)
    assert message.to == [link.email]
    assert "Phone: taken over" in text
    assert "Summary (English): not taken over. Say what you do." in text
    assert "The best of all." not in text
    noted = RecordProvenance.objects.get(record_id=organisation.pk).fields
    assert noted["contacts"][0] == "organisation"
    assert noted["summary_en"][0] == "staff"


def test_a_refusal_without_a_reason_is_not_carried_out(client: Client, link: EntryLink) -> None:
    change_form(client, link, {"summary_en": "The best of all."})
    proposal = Proposal.objects.get()
    answer = decide(logged_in(directory_manager()), proposal, summary_en=("refused", ""))

    assert answer.status_code == 422
    assert "reason" in answer.content.decode()
    assert Proposal.objects.get().is_open


def test_what_is_decided_later_waits_without_an_answer(client: Client, link: EntryLink) -> None:
    change_form(client, link, {"contact_phone": "071 999 99 99", "summary_en": "Another."})
    proposal, staff = Proposal.objects.get(), logged_in(directory_manager())
    send_all()
    mail.outbox.clear()
    decide(staff, proposal, contact_phone=("accepted", ""))
    send_all()

    assert Proposal.objects.get().is_open
    assert mail.outbox == []
    decide(staff, proposal, summary_en=("accepted", ""))
    send_all()
    assert not Proposal.objects.get().is_open
    assert len(mail.outbox) == 1


def test_what_staff_changed_meanwhile_is_shown_and_an_old_page_decides_nothing(
    client: Client, organisation: Organisation, link: EntryLink
) -> None:
    change_form(client, link, {"summary_en": "From the organisation."})
    proposal, staff = Proposal.objects.get(), logged_in(directory_manager())
    before = staff.get(reverse("proposal", args=[proposal.pk])).context["seen"]
    organisation.summary_en = "From staff meanwhile."
    organisation.save_revision().publish()

    stale = decide(staff, proposal, seen=before, summary_en=("accepted", ""))
    organisation.refresh_from_db()
    assert stale.status_code == 422
    assert organisation.summary_en == "From staff meanwhile."
    page = staff.get(reverse("proposal", args=[proposal.pk])).content.decode()
    assert "Changed meanwhile" in page
    assert "From staff meanwhile." in page
    decide(staff, proposal, summary_en=("accepted", ""))
    organisation.refresh_from_db()
    assert organisation.summary_en == "From the organisation."


def test_what_is_accepted_is_in_the_draft_too_and_publishes_nothing_else_of_it(
    client: Client, organisation: Organisation, link: EntryLink
) -> None:
    organisation.summary_nl = "Nog niet klaar."
    organisation.save_revision()
    change_form(client, link, {"website": "https://alpha.example.org/"})
    decide(logged_in(directory_manager()), Proposal.objects.get(), website=("accepted", ""))

    live = Organisation.objects.get()
    draft = live.get_latest_revision_as_object()
    assert (live.website, live.summary_nl) == ("https://alpha.example.org/", "Een zin in het Nederlands.")
    assert (draft.website, draft.summary_nl) == ("https://alpha.example.org/", "Nog niet klaar.")
    assert live.has_unpublished_changes


def test_a_text_becomes_paragraphs_and_lists_and_no_markup(
    client: Client, organisation: Organisation, link: EntryLink
) -> None:
    change_form(client, link, {"description_en": "One <b>thing</b>.\n\nWe do:\n- this\n- that"})
    decide(logged_in(directory_manager()), Proposal.objects.get(), description_en=("accepted", ""))
    organisation.refresh_from_db()

    assert "<ul><li>this</li><li>that</li></ul>" in organisation.description_en
    assert "&lt;b&gt;thing" in organisation.description_en
    untouched = change_form(client, link, {})
    assert untouched.status_code == 422  # What was read from the text again differs in nothing.


def test_a_new_logo_is_public_once_it_is_accepted(client: Client, organisation: Organisation, link: EntryLink) -> None:
    change_form(client, link, {"logo": png()})
    proposal, staff = Proposal.objects.get(), logged_in(directory_manager())
    assert not ParkImage.objects.exists()
    assert "data:image/png;base64," in staff.get(reverse("proposal", args=[proposal.pk])).content.decode()
    decide(staff, proposal, logo=("accepted", ""))

    image = ParkImage.objects.get()
    assert (image.licence, image.credit, image.alt_en) == ("this-item-only", "Alfa", "Logo Alpha")
    assert 'class="logo"' in client.get(organisation.url_in("en")).content.decode()


def test_a_logo_is_not_lost_when_something_else_is_wrong(client: Client, link: EntryLink) -> None:
    wrong = change_form(client, link, {"logo": png(), "website": "no address"})
    assert wrong.status_code == 422
    assert "Your new logo is kept" in wrong.content.decode()
    kept = wrong.context["form"]["kept_logo"].value()
    answer = change_form(client, link, {"kept_logo": kept})

    assert answer.status_code == 302
    assert Proposal.objects.get().values.get().name == "logo"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"website": "javascript:alert(1)"}, "website"),
        ({"contact_email": "a@example.org\nBcc: all@example.org"}, "contact_email"),
        ({"summary_en": "x" * 161}, "summary_en"),
        ({"name_nl": "x" * 161}, "name_nl"),
        ({"size_band": "huge"}, "size_band"),
        ({"kept_logo": "no base64 at all"}, "kept_logo"),
        ({"kept_logo": "PHN2Zz48L3N2Zz4="}, "kept_logo"),
        ({}, "__all__"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_is_kept(
    client: Client, link: EntryLink, changes: dict[str, Any], field: str
) -> None:
    answer = change_form(client, link, {"summary_nl": "Dit blijft staan."} | changes if changes else {})

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not changes or "Dit blijft staan." in answer.content.decode()
    assert not Proposal.objects.exists()


def test_one_name_is_enough_but_none_is_not(client: Client, organisation: Organisation, link: EntryLink) -> None:
    change_form(client, link, {"name_nl": "", "name_en": ""})
    answer = decide(
        logged_in(directory_manager()), Proposal.objects.get(), name_nl=("accepted", ""), name_en=("accepted", "")
    )
    organisation.refresh_from_db()

    assert answer.status_code == 422
    assert organisation.name_nl == "Alfa"
    assert Proposal.objects.get().is_open


def test_a_link_proposes_ten_times_a_day_at_most(client: Client, link: EntryLink) -> None:
    answers = [change_form(client, link, {"contact_phone": f"071 {number}"}).status_code for number in range(11)]
    assert answers == [302] * 10 + [429]


def test_the_same_form_sent_twice_is_one_proposal(client: Client, link: EntryLink) -> None:
    page = client.get(path_of(link, "entry-change"))
    form = page.context["form"]
    filled = {name: form[name].value() or "" for name in form.fields if name != "logo"} | hidden_fields(page)
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        for _again in range(2):
            client.post(path_of(link, "entry-change"), filled | {"contact_phone": "071 999 99 99"})
    assert Proposal.objects.count() == 1


def test_a_form_without_our_cookie_is_shown_again(organisation: Organisation, link: EntryLink) -> None:
    strict = Client(enforce_csrf_checks=True)
    path = path_of(link, "entry-change")
    strict.get(path)
    strict.cookies.clear()
    answer = strict.post(path, {"contact_phone": "071 999 99 99"})
    assert answer.status_code in (403, 422)
    assert not Proposal.objects.exists()


def test_who_may_not_publish_organisations_decides_nothing(client: Client, link: EntryLink) -> None:
    change_form(client, link, {"contact_phone": "071 999 99 99"})
    proposal, manager = Proposal.objects.get(), directory_manager()
    manager.groups.clear()
    staff = logged_in(manager)
    path = reverse("proposal", args=[proposal.pk])

    assert staff.get(path).status_code == 302
    assert staff.post(path, {"seen": "x"}).status_code == 302
    assert Client().get(path).status_code == 302
    assert Proposal.objects.get().is_open


def test_staff_see_where_each_field_comes_from(organisation: Organisation, client: Client, link: EntryLink) -> None:
    change_form(client, link, {"website": "https://alpha.example.org/"})
    staff = logged_in(directory_manager())
    decide(staff, Proposal.objects.get(), website=("accepted", ""))
    form = staff.get(reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[organisation.pk]))
    noted = {each.label: (each.origin, each.since) for each in origins(organisation)}

    assert "Where each field comes from" in form.content.decode()
    assert noted["Website"][1] == timezone.localdate()
    assert noted["Website"][0] in ("de organisatie", "the organisation")
    assert len({origin for origin, _since in noted.values()}) == 2
