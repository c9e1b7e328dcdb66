from .activity import Activity
from .body import Body
from .calendar_page import CalendarPage
from .course import Course
from .course_index_page import CourseIndexPage
from .course_run import CourseRun, RunState
from .education_page import EducationPage
from .event import Event
from .event_organiser import EventOrganiser
from .event_series import EventSeries
from .event_speaker import EventSpeaker
from .event_state import Attendance, EventState
from .funding import Funding
from .internship import Internship
from .internship_index_page import InternshipIndexPage
from .milestone import Milestone
from .partnership import Partnership
from .partnership_document import PartnershipDocument
from .partnership_index_page import PartnershipIndexPage
from .partnership_member import PartnershipMember
from .partnership_page import PartnershipPage
from .partnership_staff import PartnershipStaff
from .programme import Programme
from .programme_index_page import ProgrammeIndexPage
from .programme_line import LineState, ProgrammeLine
from .programme_partner import ProgrammePartner
from .result import Result
from .run_session import RunSession
from .seat import Seat

__all__ = [
    "Activity",
    "Attendance",
    "Body",
    "CalendarPage",
    "Course",
    "CourseIndexPage",
    "CourseRun",
    "EducationPage",
    "Event",
    "EventOrganiser",
    "EventSeries",
    "EventSpeaker",
    "EventState",
    "Funding",
    "Internship",
    "InternshipIndexPage",
    "LineState",
    "Milestone",
    "Partnership",
    "PartnershipDocument",
    "PartnershipIndexPage",
    "PartnershipMember",
    "PartnershipPage",
    "PartnershipStaff",
    "Programme",
    "ProgrammeIndexPage",
    "ProgrammeLine",
    "ProgrammePartner",
    "Result",
    "RunSession",
    "RunState",
    "Seat",
]
