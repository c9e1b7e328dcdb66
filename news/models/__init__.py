from .alert_confirmation import AlertConfirmation
from .alert_delivery import AlertDelivery, DeliveryState
from .alert_mailing import AlertMailing
from .alert_subscription import AlertContent, AlertSubscription
from .article import Article, ArticleTopic, ArticleType
from .article_subject import ArticleFacility, ArticleOrganisation, ArticlePartnership, ArticleRole
from .fact_sheet_page import FactSheetPage
from .figure import Figure
from .interview import Interview, Interviewee
from .news_index_page import NewsIndexPage
from .news_story import NewsStory
from .press_release import PressRelease, PressReleaseAttachment, PressReleaseBoilerplate
from .press_room_page import PressRoomPage

__all__ = [
    "AlertConfirmation",
    "AlertContent",
    "AlertDelivery",
    "AlertMailing",
    "AlertSubscription",
    "Article",
    "ArticleFacility",
    "ArticleOrganisation",
    "ArticlePartnership",
    "ArticleRole",
    "ArticleTopic",
    "ArticleType",
    "DeliveryState",
    "FactSheetPage",
    "Figure",
    "Interview",
    "Interviewee",
    "NewsIndexPage",
    "NewsStory",
    "PressRelease",
    "PressReleaseAttachment",
    "PressReleaseBoilerplate",
    "PressRoomPage",
]
