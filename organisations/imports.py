"""What of organisations and facilities can be imported, by the columns of their exports and some more."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from parkportal.core.importing.columns import Column, Formatted, Yes, translated_columns
from parkportal.core.importing.kinds import Kind, importable
from parkportal.core.importing.relations import Others, RecordIn, TermIn, TermsIn, Words
from parkportal.core.models import Record, Vocabulary
from parkportal.core.search.indexing import write_entries

from .models import Building, Equipment, Facility, Organisation

PLACE = ("building", "address", "latitude", "longitude")


def plain_columns(model: type[Record], *names: str) -> list[Column]:
    """Fields of text under their own names."""
    return [Column(name=name, label=model._meta.get_field(name).verbose_name) for name in names]


def term_columns(model: Any, single: dict[str, tuple[Vocabulary, str]], several: dict[str, Any]) -> list[Column]:
    """Fields of terms with their vocabularies and how exports call them."""
    made: list[Column] = []
    for kind, fields in ((TermIn, single), (TermsIn, several)):
        for name, (vocabulary, also) in fields.items():
            label = model._meta.get_field(name).verbose_name
            made.append(kind(name=name, words=Words(vocabulary), label=label, also=(also,)))
    return made


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
