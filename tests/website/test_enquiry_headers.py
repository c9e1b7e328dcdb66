"""Whatever a visitor fills in, the mail's headers are ours."""

import datetime
import email
import email.policy
from email.message import EmailMessage

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from parkportal.core.public_forms.stamps import new_stamp
from parkportal.website.enquiries.delivery import mail_for
from parkportal.website.enquiries.forms import EnquiryForm
from parkportal.website.models import Enquiry

QUESTION = {"message": "May we use the lab in May?", "name": "Anna", "email": "anna@example.org"}


def filled_in(**values: str) -> EnquiryForm:
    with time_machine.travel(timezone.now() - datetime.timedelta(seconds=30)):
        stamp = new_stamp()
    return EnquiryForm(QUESTION | {"stamp": stamp} | values)


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
BREAKS = st.sampled_from(
    ["\r\nBcc: x@example.org", "\n\nbody", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\0", "%0a", ", x@y.nl", '"\n"@a.nl']
)
NASTY = st.builds("".join, st.lists(st.one_of(ANY, BREAKS), max_size=4))
MAILBOXES = st.one_of(
    NASTY,
    st.emails(),
    st.builds("{}{}@example.org{}".format, ANY, BREAKS, NASTY),
    st.builds("{}{}".format, st.emails(), BREAKS),
)
HEADERS = [
    "Content-Type",
    "MIME-Version",
    "Subject",
    "From",
    "To",
    "Reply-To",
    "Date",
    "Message-ID",
]
PART_HEADERS = ["Content-Type", "MIME-Version", "Content-Transfer-Encoding"]


@pytest.mark.django_db  # For the name of the park.
@hypothesis_settings(deadline=None, max_examples=300)
@given(name=NASTY, organisation=NASTY, message=NASTY, address=MAILBOXES, about=NASTY)
def test_no_text_of_a_visitor_gets_into_a_header(
    name: str, organisation: str, message: str, address: str, about: str
) -> None:
    form = filled_in(name=name, organisation=organisation, message=message, email=address)
    form.is_valid()
    data = form.cleaned_data
    enquiry = Enquiry(
        pk=1,
        about=about[:200] or "x",
        about_url="https://example.org/",
        sender_name=data.get("name", "x"),
        sender_organisation=data.get("organisation", ""),
        sender_email=data.get("email", "anna@example.org"),
        message=data.get("message", "x"),
        language="nl",
        recipient_name="Lab",
        recipient_email="lab@example.org",
        recipient_language="en",
        created=timezone.now(),
    )
    raw = mail_for(enquiry).message().as_bytes()
    parsed: EmailMessage = email.message_from_bytes(raw, policy=email.policy.default)
    assert sorted(parsed.keys()) == sorted(HEADERS)
    assert parsed["To"] == "lab@example.org"
    assert parsed["Reply-To"].addresses[0].addr_spec == enquiry.sender_email
    assert len(parsed["Reply-To"].addresses) == 1
    assert not parsed.defects
    parts = [*parsed.iter_parts()]
    assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
    assert {header for part in parts for header in part} <= set(PART_HEADERS)


@pytest.mark.parametrize(
    "address",
    ["anna", "anna@example.org\nBcc: x@y.nl", '"anna x"@example.org', "a@b.nl,c@d.nl", "<a@b.nl>", "a@b..nl", "é@b.nl"],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    assert "email" in filled_in(email=address).errors


def test_an_international_host_is_written_as_dns_knows_it() -> None:
    form = filled_in(email="anna@bücher.example")
    assert form.is_valid()
    assert form.cleaned_data["email"] == "anna@xn--bcher-kva.example"
