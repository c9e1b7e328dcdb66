"""Organisations, facilities and equipment as data, in every language at once."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate

from parkportal.core.languages import LANGUAGE_CODES, localise
from parkportal.core.mapped import Mapped
from parkportal.core.record_urls import absolute

from .models import Equipment, Facility, Organisation

router = Router()


class RecordOut(Schema):
    """What every record has: identifiers, names, summaries and addresses by language."""

    uuid: str
    slug: str
    name: dict[str, str]
    summary: dict[str, str]
    url: dict[str, str]


class OrganisationOut(RecordOut):
    """An organisation."""

    type: str
    sector: str
    founded: str
    website: str
    state: str


class FacilityOut(RecordOut):
    """A facility."""

    operator: str
    kinds: list[str]
    techniques: list[str]
    standards: list[dict[str, str]]
    access_groups: list[str]
    state: str


class EquipmentOut(RecordOut):
    """An instrument."""

    facility: str
    manufacturer: str
    model: str
    techniques: list[str]
    access_groups: list[str]
    access_modes: list[str]
    commissioned: str
    decommissioned: str
    doi: str


def record_out(record: Any) -> dict[str, Any]:
    """The fields of every record."""
    return {
        "uuid": str(record.uuid),
        "slug": record.key,
        "name": {code: str(localise(record, "name", code)) for code in LANGUAGE_CODES},
        "summary": {code: str(localise(record, "summary", code)) for code in LANGUAGE_CODES},
        "url": {code: absolute(record.url_in(code)) for code in LANGUAGE_CODES},
    }


def _organisation(record: Organisation) -> dict[str, Any]:
    return record_out(record) | {
        "type": record.organisation_type.identifier,
        "sector": record.sector.identifier,
        "founded": record.founded,
        "website": record.website,
        "state": record.current_state.state.identifier if record.current_state else "",
    }


def _facility(record: Facility) -> dict[str, Any]:
    return record_out(record) | {
        "operator": record.shown_operator.key if record.shown_operator else "",
        "kinds": [term.identifier for term in record.kinds.all()],
        "techniques": [term.identifier for term in record.techniques.all()],
        "standards": [
            {"standard": row.standard.identifier, "status": row.status.identifier} for row in record.standards.all()
        ],
        "access_groups": [term.identifier for term in record.access_groups.all()],
        "state": record.current_state.state.identifier if record.current_state else "",
    }


def _equipment(record: Equipment) -> dict[str, Any]:
    return record_out(record) | {
        "facility": record.shown_facility.key if record.shown_facility else "",
        "manufacturer": record.manufacturer,
        "model": record.model,
        "techniques": [term.identifier for term in record.techniques.all()],
        "access_groups": [term.identifier for term in record.access_groups.all()],
        "access_modes": [term.identifier for term in record.access_modes.all()],
        "commissioned": record.commissioned,
        "decommissioned": record.decommissioned,
        "doi": record.doi,
    }


@router.get("/organisations", response=list[OrganisationOut])
@paginate
def organisations(request: HttpRequest) -> Mapped:
    """Every organisation, by name."""
    return Mapped(_organisation, Organisation.objects.visible().in_order().for_rows())


@router.get("/organisations/{slug}", response=OrganisationOut)
def organisation(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One organisation."""
    return _organisation(one_record(Organisation.objects.visible().for_rows(), slug))


@router.get("/facilities", response=list[FacilityOut])
@paginate
def facilities(request: HttpRequest) -> Mapped:
    """Every facility, by name."""
    return Mapped(_facility, Facility.objects.visible().in_order().for_rows())


@router.get("/facilities/{slug}", response=FacilityOut)
def facility(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One facility."""
    return _facility(one_record(Facility.objects.visible().for_rows(), slug))


@router.get("/equipment", response=list[EquipmentOut])
@paginate
def equipment(request: HttpRequest) -> Mapped:
    """Every instrument, by name."""
    return Mapped(_equipment, Equipment.objects.visible().in_order().for_files())


@router.get("/equipment/{slug}", response=EquipmentOut)
def instrument(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One instrument."""
    return _equipment(one_record(Equipment.objects.visible().for_files(), slug))


def one_record(records: Any, slug: str) -> Any:
    """The record at a slug; 404 if there is none."""
    record = records.with_slug(slug).first()
    if record is None:
        raise Http404
    return record
