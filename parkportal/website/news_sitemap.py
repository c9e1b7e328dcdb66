"""The news of the last two days for search engines, in every language (Google's news sitemap)."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from news.models import Article

from .models import ParkSettings

NEWS_FOR = datetime.timedelta(days=2)
LIMIT = 1000  # support.google.com/news/publisher-center/answer/9606710


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """``/news-sitemap.xml``: empty when nothing is new, which is allowed."""
    since = timezone.now() - NEWS_FOR
    recent = Article.objects.visible().filter(date__gte=timezone.localdate(since)).select_related("locale")
    articles = [article for article in recent.latest_first()[:LIMIT] if article.published_at >= since and article.url]
    context = {"articles": articles, "publication": ParkSettings.load().name, "site_url": settings.SITE_URL}
    return TemplateResponse(request, "website/news_sitemap.xml", context, content_type="application/xml")
