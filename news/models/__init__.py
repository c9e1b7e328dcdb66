from .article import Article, ArticleTopic, ArticleType
from .article_subject import ArticleFacility, ArticleOrganisation, ArticlePartnership, ArticleRole
from .figure import Figure
from .interview import Interview, Interviewee
from .news_index_page import NewsIndexPage
from .news_story import NewsStory
from .press_release import PressRelease, PressReleaseAttachment, PressReleaseBoilerplate
from .press_room_page import PressRoomPage

__all__ = [
    "Article",
    "ArticleFacility",
    "ArticleOrganisation",
    "ArticlePartnership",
    "ArticleRole",
    "ArticleTopic",
    "ArticleType",
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
