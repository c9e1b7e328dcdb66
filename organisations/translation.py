from modeltranslation.translator import TranslationOptions, register

from parkportal.core.translation import RecordTranslationOptions

from .models import Building, Facility, FacilityRoom, FacilityStandard, Organisation, OrganisationRelation, Role
from .models.building import BuildingState
from .models.facility import FacilityClaim, FacilityContact, FacilityState
from .models.organisation import OrganisationContact, OrganisationState


@register(Building)
class BuildingTranslationOptions(RecordTranslationOptions):
    pass


@register(Organisation)
class OrganisationTranslationOptions(RecordTranslationOptions):
    fields = ("description", "boilerplate")


@register(Facility)
class FacilityTranslationOptions(RecordTranslationOptions):
    fields = ("description", "access_steps")


@register([OrganisationState, FacilityState, BuildingState, OrganisationRelation])
class NoteTranslationOptions(TranslationOptions):
    fields = ("note",)


@register([OrganisationContact, FacilityContact])
class ContactTranslationOptions(TranslationOptions):
    fields = ("role",)


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
