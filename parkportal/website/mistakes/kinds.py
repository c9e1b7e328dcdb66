"""What a visitor may put right: of an organisation its own fields, of everything else by telling staff."""

from django.utils.translation import gettext_lazy as _

from education.models import Course, Event, Internship, Partnership, Programme
from organisations.entry.kind import ORGANISATION
from organisations.models import Building, Equipment, Facility, Organisation
from parkportal.core.models import Record
from parkportal.core.proposals import Kind, register
from parkportal.core.proposals.fields import ModelValue, ProposedField

REMARK = "remark"
RECORDS: dict[str, type[Record]] = {
    "organisation": Organisation,
    "facility": Facility,
    "equipment": Equipment,
    "building": Building,
    "course": Course,
    "programme": Programme,
    "partnership": Partnership,
    "event": Event,
    "internship": Internship,
}
WITH_WEBSITE = {"facility", "partnership", "event"}


def _kind(name: str, model: type[Record]) -> Kind:
    """The kind of proposals about records of a model."""
    website = (ModelValue("website"),) if name in WITH_WEBSITE else ()
    remark = ProposedField(REMARK, _("What isn't right"))
    return register(Kind(key=name, label=model._meta.verbose_name, model=model, fields=(*website, remark)))


MISTAKES: dict[str, Kind] = {
    name: ORGANISATION if model is Organisation else _kind(f"mistake-{name}", model) for name, model in RECORDS.items()
}
ASKED = {"organisation": ("contact_phone", "contact_email", "website")} | dict.fromkeys(WITH_WEBSITE, ("website",))
