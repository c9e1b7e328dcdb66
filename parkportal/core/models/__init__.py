from .broken_link import BrokenLink
from .document import ParkDocument
from .drafted import Drafted
from .former_address import FormerAddress
from .glossary_entry import GlossaryEntry
from .image import ParkImage, ParkRendition
from .import_job import ImportChange, ImportHeading, ImportJob, ImportState
from .list_page import FollowedListPage, ListPage
from .outbox_entry import OutboxEntry
from .page import BasePage
from .personal_link import PersonalLink
from .proposal import Proposal, ProposedValue
from .provenance import Origin, RecordProvenance
from .publishing_failure import PublishingFailure
from .record import Record
from .record_index import RecordIndexPage
from .search_entry import SearchEntry, SearchWord
from .story import StoryPage
from .submission_count import SubmissionCount
from .synonym import Synonym
from .term import Term, Vocabulary
from .translated import Translated

__all__ = [
    "BasePage",
    "BrokenLink",
    "Drafted",
    "FollowedListPage",
    "FormerAddress",
    "GlossaryEntry",
    "ImportChange",
    "ImportHeading",
    "ImportJob",
    "ImportState",
    "ListPage",
    "Origin",
    "OutboxEntry",
    "ParkDocument",
    "ParkImage",
    "ParkRendition",
    "PersonalLink",
    "Proposal",
    "ProposedValue",
    "PublishingFailure",
    "Record",
    "RecordIndexPage",
    "RecordProvenance",
    "SearchEntry",
    "SearchWord",
    "StoryPage",
    "SubmissionCount",
    "Synonym",
    "Term",
    "Translated",
    "Vocabulary",
]
