import csv
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from organisations.models import Equipment, Facility
from organisations.models.equipment import EquipmentContact
from organisations.models.facility import FacilityContact
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.organisations import BuildingFactory, EquipmentFactory, FacilityFactory
from tests.factories.site import SiteTree

UNIQUIP_COLUMNS = [
    "Type", "Name", "Description", "Related Facility ID", "Technique", "Location",
    "Contact Name", "Contact Telephone", "Contact URL", "Contact Email",
    "Secondary Contact Name", "Secondary Contact Telephone", "Secondary Contact URL", "Secondary Contact Email",
    "ID", "Photo", "Department", "Site Location", "Building", "Service Level", "Web Address",
]  # fmt: skip


@pytest.fixture
def necen(site: dict[str, SiteTree]) -> Facility:
    building = BuildingFactory(name_nl="Gorlaeus", slug_nl="gorlaeus", town="Leiden")
    facility: Facility = FacilityFactory(name_nl="NeCEN", slug_nl="necen", building=building)
    facility.contacts = [FacilityContact(role_nl="Loket", role_en="User office", email="loket@example.org")]
    facility.save()
    return facility


@pytest.fixture
def krios(necen: Facility) -> Equipment:
    instrument: Equipment = EquipmentFactory(
        name_nl="Titan Krios 1",
        slug_nl="titan-krios-1",
        facility=necen,
        manufacturer="Thermo Fisher Scientific",
        model="Titan Krios",
        commissioned="2012",
        institution_id="NC-1",
        techniques=[term(Vocabulary.TECHNIQUE, "cryo-em")],
        access_modes=[term(Vocabulary.ACCESS_MODE, "assisted")],
    )
    return instrument


def listed(client: Client, query: str) -> list[str]:
    return [str(record) for record in client.get(f"/en/equipment/?{query}").context["listing"].page_obj]


def uniquip(client: Client) -> list[dict[str, str]]:
    text = client.get("/en/equipment/?format=uniquip").content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("technique=cryo-em", ["Titan Krios 1"]),
        ("technique=nmr", []),
        ("manufacturer=Thermo+Fisher+Scientific", ["Titan Krios 1"]),
        ("facility=necen", ["Old one", "Titan Krios 1"]),
        ("mode=assisted", ["Titan Krios 1"]),
        ("state=in-use", ["Titan Krios 1"]),
        ("state=decommissioned", ["Old one"]),
        ("q=krios", ["Titan Krios 1"]),
        ("q=thermo+necen", ["Titan Krios 1"]),
        ("q=NC-1", ["Titan Krios 1"]),
    ],
)
def test_an_instrument_is_found_by_what_it_is(krios: Equipment, client: Client, query: str, found: list[str]) -> None:
    EquipmentFactory(name_nl="Oud", name_en="Old one", facility=krios.facility, decommissioned="2020")
    assert listed(client, query) == found


@pytest.mark.parametrize(
    ("today", "state"), [("2026-05-31", "in-use"), ("2026-06-30", "decommissioned"), ("2027-01-01", "decommissioned")]
)
def test_the_day_decides_whether_an_instrument_is_in_use(
    necen: Facility, client: Client, time_machine: Any, today: str, state: str
) -> None:
    time_machine.move_to(f"{today}T12:00:00Z")
    record = EquipmentFactory(name_nl="Zeef", name_en="Sieve", facility=necen, decommissioned="2026-06")
    assert listed(client, f"state={state}") == ["Sieve"]
    assert record.is_gone == (state == "decommissioned")


def test_the_facility_lists_its_instruments_and_they_lead_back(krios: Equipment, client: Client) -> None:
    assert "/nl/apparatuur/titan-krios-1/" in client.get("/nl/faciliteiten/necen/").content.decode()
    html = client.get("/nl/apparatuur/titan-krios-1/").content.decode()
    assert 'href="/nl/faciliteiten/necen/"' in html
    assert "Thermo Fisher Scientific" in html
    assert "loket@example.org" in html


def test_an_instrument_is_hidden_with_its_facility(krios: Equipment, client: Client) -> None:
    krios.facility.unpublish()
    assert client.get("/nl/apparatuur/titan-krios-1/").status_code == 404
    assert listed(client, "") == []


def test_uniquip_has_its_columns_in_its_order(krios: Equipment, client: Client) -> None:
    (row,) = uniquip(client)
    assert list(row)[: len(UNIQUIP_COLUMNS)] == UNIQUIP_COLUMNS
    known = {name: value for name, value in row.items() if value}
    assert known == {
        "Type": "equipment",
        "Name": "Titan Krios 1",
        "Description": "A sentence in English.",
        "Related Facility ID": "necen",
        "Technique": str(term(Vocabulary.TECHNIQUE, "cryo-em").label_en),
        "Location": "Leiden",
        "Contact Name": "User office",
        "Contact Email": "loket@example.org",
        "ID": "NC-1",
        "Building": "Gorlaeus",
        "Service Level": "Assisted",
        "Web Address": "http://testserver/en/equipment/titan-krios-1/",
        "manufacturer": "Thermo Fisher Scientific",
        "model": "Titan Krios",
        "commissionedDate": "2012",
    }


def test_its_own_contact_comes_before_the_facilitys(krios: Equipment, client: Client) -> None:
    krios.contacts = [EquipmentContact(role_nl="Operateur", role_en="Operator", phone="071 000 01 41")]
    krios.save()
    (row,) = uniquip(client)
    assert (row["Contact Name"], row["Contact Telephone"]) == ("Operator", "071 000 01 41")
    assert row["Secondary Contact Name"] == "User office"
