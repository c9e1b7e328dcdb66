"""Internships as schema.org JobPosting, with what Google's guide for job postings asks for."""

from django.utils import timezone

from organisations.json_ld import place_json_ld
from parkportal.core.json_ld import Data, filled, reference, thing
from parkportal.core.languages import localise
from parkportal.core.models import Term

from .json_ld import level_json_ld
from .models import Internship

INTERN, OTHER = "INTERN", "OTHER"
JOBS = {"apprenticeship", "traineeship"}


def internship_json_ld(internship: Internship) -> Data:
    """JobPosting, valid through the last moment of its last day."""
    published = internship.first_published_at or internship.created
    return thing("JobPosting", internship) | filled(
        {
            "title": str(internship),
            "description": str(localise(internship, "description")) or str(internship.localised_summary),
            "datePosted": timezone.localdate(published).isoformat(),
            "validThrough": timezone.localtime(internship.expire_at).isoformat() if internship.expire_at else "",
            "employmentType": OTHER if internship.kind.identifier in JOBS else INTERN,
            "hiringOrganization": reference("Organization", internship.shown_organisation),
            "jobLocation": _place(internship),
            "jobStartDate": internship.start,
            "workHours": str(internship.hours or ""),
            "industry": [str(sector) for sector in internship.sectors.all()],
            "educationRequirements": [_requirement(level) for level in internship.levels.all()],
            "applicationContact": _contact(internship),
        }
    )


def _place(internship: Internship) -> Data | None:
    building = internship.shown_building
    if building:
        return place_json_ld(building) | {"name": internship.where}
    return {"@type": "Place", "name": internship.where, "address": internship.where} if internship.where else None


def _requirement(level: Term) -> Data:
    return {"@type": "EducationalOccupationalCredential", "educationalLevel": level_json_ld(level)}


def _contact(internship: Internship) -> Data | None:
    ways = filled({"email": internship.contact_email, "telephone": internship.contact_phone})
    return {"@type": "ContactPoint"} | ways if ways else None
