from .alert_confirmation import AlertConfirmation
from .alert_delivery import AlertDelivery, DeliveryState
from .alert_mailing import AlertMailing
from .alert_subject import AlertSubject
from .alert_subscription import AlertContent, AlertSubscription
from .article import Article, ArticleTopic
from .article_subject import ArticleEvent, ArticleFacility, ArticleOrganisation, ArticlePartnership, ArticleRole
from .article_type import ArticleType
from .background import Background, BackgroundReference
from .correction import ArticleCorrection, CorrectionKind
from .corrections_page import CorrectionsPage
from .event_report import EventReport
from .fact_sheet_page import FactSheetPage
from .figure import Figure
from .image_library_page import ImageLibraryPage
from .interview import Interview, Interviewee
from .journalist_link import JournalistLink, JournalistView
from .news_index_page import NewsIndexPage
from .news_story import NewsStory
from .press_image import PressImage
from .press_release import PressRelease, PressReleaseAttachment, PressReleaseBoilerplate
from .press_room_page import PressRoomPage
from .report import Report
from .statement import Statement

__all__ = [
    "AlertConfirmation",
    "AlertContent",
    "AlertDelivery",
    "AlertMailing",
    "AlertSubject",
    "AlertSubscription",
    "Article",
    "ArticleCorrection",
    "ArticleEvent",
    "ArticleFacility",
    "ArticleOrganisation",
    "ArticlePartnership",
    "ArticleRole",
    "ArticleTopic",
    "ArticleType",
    "Background",
    "BackgroundReference",
    "CorrectionKind",
    "CorrectionsPage",
    "DeliveryState",
    "EventReport",
    "FactSheetPage",
    "Figure",
    "ImageLibraryPage",
    "Interview",
    "Interviewee",
    "JournalistLink",
    "JournalistView",
    "NewsIndexPage",
    "NewsStory",
    "PressImage",
    "PressRelease",
    "PressReleaseAttachment",
    "PressReleaseBoilerplate",
    "PressRoomPage",
    "Report",
    "Statement",
]
