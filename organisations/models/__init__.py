from .building import Building, StepFree
from .building_entrance import BuildingEntrance
from .building_index_page import BuildingIndexPage
from .entry_link import EntryLink
from .equipment import Equipment
from .equipment_index_page import EquipmentIndexPage
from .facility import Facility
from .facility_index_page import FacilityIndexPage
from .facility_page import FacilityPage
from .facility_partner import FacilityPartner
from .facility_room import FacilityRoom
from .facility_standard import FacilityStandard
from .map_page import MapPage
from .organisation import Organisation
from .organisation_index_page import OrganisationIndexPage
from .organisation_location import OrganisationLocation
from .organisation_name import OrganisationName
from .organisation_page import OrganisationPage
from .organisation_relation import OrganisationRelation
from .people_index_page import PeopleIndexPage
from .person import Person
from .role import Role

__all__ = [
    "Building",
    "BuildingEntrance",
    "BuildingIndexPage",
    "EntryLink",
    "Equipment",
    "EquipmentIndexPage",
    "Facility",
    "FacilityIndexPage",
    "FacilityPage",
    "FacilityPartner",
    "FacilityRoom",
    "FacilityStandard",
    "MapPage",
    "Organisation",
    "OrganisationIndexPage",
    "OrganisationLocation",
    "OrganisationName",
    "OrganisationPage",
    "OrganisationRelation",
    "PeopleIndexPage",
    "Person",
    "Role",
    "StepFree",
]
