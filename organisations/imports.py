"""What of organisations and facilities can be imported, by the columns of their exports and some more."""

from django.utils.translation import gettext_lazy as _

from parkportal.core.importing.column_sets import plain_columns, translated_columns
from parkportal.core.importing.columns import Column, Formatted, Yes
from parkportal.core.importing.kinds import Kind, importable
from parkportal.core.importing.relations import Others, RecordIn, term_columns
from parkportal.core.models import Vocabulary
from parkportal.core.search.indexing import write_entries

from .models import Building, Equipment, Facility, Organisation

PLACE = ("building", "address", "latitude", "longitude")


def organisation_columns(language: str) -> list[Column]:
    """What an organisation is and does."""
    return [
        *translated_columns(_("description"), "description", file_language=language, kind=Formatted),
        *translated_columns(_("boilerplate"), "boilerplate", file_language=language),
        *term_columns(
            Organisation,
            {
                "organisation_type": (Vocabulary.ORGANISATION_TYPE, "type"),
                "triple_helix": (Vocabulary.TRIPLE_HELIX, "helix"),
                "sector": (Vocabulary.SECTOR, "sector"),
                "size_band": (Vocabulary.SIZE_BAND, "size"),
            },
            {
                "other_sectors": (Vocabulary.SECTOR, "sectors"),
                "phases": (Vocabulary.PHASE, "phase"),
                "modalities": (Vocabulary.MODALITY, "modality"),
                "therapy_areas": (Vocabulary.THERAPY_AREA, "therapy"),
                "services": (Vocabulary.SERVICE, "service"),
            },
        ),
        *plain_columns(
            Organisation, "legal_name", "founded", "dissolved", "size_as_of", "exchange", "ticker", "website"
        ),
    ]


def facility_columns(language: str) -> list[Column]:
    """What a facility is, who runs it and who may use it."""
    return [
        *translated_columns(_("description"), "description", file_language=language, kind=Formatted),
        *translated_columns(_("how to get access"), "access_steps", file_language=language, kind=Formatted),
        RecordIn(name="operator", others=Others(Organisation), label=_("operator")),
        RecordIn(name="building", others=Others(Building), label=_("building")),
        *term_columns(
            Facility,
            {},
            {
                "kinds": (Vocabulary.FACILITY_KIND, "kind"),
                "techniques": (Vocabulary.TECHNIQUE, "technique"),
                "access_groups": (Vocabulary.ACCESS_GROUP, "access"),
                "access_modes": (Vocabulary.ACCESS_MODE, "mode"),
            },
        ),
        Yes(name="training_required", label=_("training needed first")),
        *plain_columns(Facility, "abbreviation", "opened", "closed", "website"),
    ]


def renew_instruments(facilities: list[Facility]) -> None:
    """The instruments of a facility are found by its names."""
    write_entries(Equipment.objects.filter(facility__in=facilities))


importable(
    Kind(
        "organisations",
        _("Organisations"),
        Organisation,
        organisation_columns,
        required=("organisation_type", "triple_helix", "sector"),
        left_out=("url", "updated", "state", *PLACE),
    )
)
importable(
    Kind(
        "facilities",
        _("Facilities"),
        Facility,
        facility_columns,
        required=("operator",),
        left_out=("url", "updated", "state", "standards", *PLACE[1:]),
        afterwards=renew_instruments,
    )
)
