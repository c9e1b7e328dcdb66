from modeltranslation.translator import TranslationOptions, register

from parkportal.core.translation import RecordTranslationOptions

from .models import (
    Building,
    BuildingEntrance,
    Equipment,
    Facility,
    FacilityRoom,
    FacilityStandard,
    Organisation,
    OrganisationRelation,
    Role,
)
from .models.building import BuildingState
from .models.equipment import EquipmentContact
from .models.facility import FacilityClaim, FacilityContact, FacilityState
from .models.organisation import OrganisationContact, OrganisationState


@register(Building)
class BuildingTranslationOptions(RecordTranslationOptions):
    fields = ("step_free_note",)


@register(BuildingEntrance)
class BuildingEntranceTranslationOptions(TranslationOptions):
    fields = ("name", "note")


@register(Organisation)
class OrganisationTranslationOptions(RecordTranslationOptions):
    fields = ("description", "boilerplate")


@register(Facility)
class FacilityTranslationOptions(RecordTranslationOptions):
    fields = ("description", "access_steps")


@register(Equipment)
class EquipmentTranslationOptions(RecordTranslationOptions):
    fields = ("description", "measured_variables", "managing_department")


@register([OrganisationState, FacilityState, BuildingState, OrganisationRelation])
class NoteTranslationOptions(TranslationOptions):
    fields = ("note",)


@register([OrganisationContact, FacilityContact, EquipmentContact])
class ContactTranslationOptions(TranslationOptions):
    fields = ("role", "hours")


@register(FacilityRoom)
class FacilityRoomTranslationOptions(TranslationOptions):
    fields = ("name", "kind")


@register(FacilityStandard)
class FacilityStandardTranslationOptions(TranslationOptions):
    fields = ("scope",)


@register(FacilityClaim)
class FacilityClaimTranslationOptions(TranslationOptions):
    fields = ("text",)


@register(Role)
class RoleTranslationOptions(TranslationOptions):
    fields = ("title", "hours")
