"""Every address of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from django.views.static import serve as serve_file
from wagtail.admin import urls as cms_urls
from wagtail.documents import urls as document_urls

from education.proposals.views import (
    EventProposedView,
    InternshipProposedView,
    ProposeEventView,
    ProposeInternshipView,
)
from news.embargo_rights import chosen_multiple_pages
from news.proposals.views import NewsProposedView, ProposeNewsView
from parkportal.api import api
from parkportal.core.bulk.unnamed import bulk_action
from parkportal.core.routing import serve
from parkportal.website import views
from parkportal.website.news_sitemap import news_sitemap
from parkportal.website.plan_strip import plan_strip_file
from parkportal.website.sitemap import sitemap

urlpatterns = [
    path("", views.front_door, name="front-door"),
    path("cms/", include("parkportal.website.signin.urls")),
    path(
        "cms/bulk/<str:app_label>/<str:model_name>/<str:action>/", bulk_action
    ),  # This and the next in Wagtail's place.
    path("cms/choose-page/chosen-multiple/", chosen_multiple_pages),
    path("cms/", include(cms_urls)),
    path("cms-login/", RedirectView.as_view(pattern_name="wagtailadmin_login"), name="wagtailcore_login"),
    path("documents/", include(document_urls)),
    path("api/v1/", api.urls),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("news-sitemap.xml", news_sitemap, name="news-sitemap"),
    path("plan-strip.svg", plan_strip_file, name="plan-strip"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("healthz", views.alive, name="healthz"),
    path("readyz", views.ready, name="readyz"),
]

if settings.SERVE_MEDIA:
    urlpatterns.append(
        re_path(r"^media/(?P<path>images/.+)$", serve_file, {"document_root": settings.MEDIA_ROOT}, name="media")
    )

urlpatterns += i18n_patterns(
    path(_("ask/"), include("parkportal.website.enquiries.urls")),
    path(_("propose-an-event/"), ProposeEventView.as_view(), name="propose-event"),
    path(_("propose-an-event/thanks/"), EventProposedView.as_view(), name="event-proposed"),
    path(_("your-entry/"), include("organisations.entry.urls")),
    path(_("something-wrong/"), include("parkportal.website.mistakes.urls")),
    path(_("propose-an-internship/"), ProposeInternshipView.as_view(), name="propose-internship"),
    path(_("propose-an-internship/thanks/"), InternshipProposedView.as_view(), name="internship-proposed"),
    path(_("propose-news/"), ProposeNewsView.as_view(), name="propose-news"),
    path(_("propose-news/thanks/"), NewsProposedView.as_view(), name="news-proposed"),
    path(_("search/"), views.search_page, name="search"),
    path(_("search/suggestions/"), views.suggestions, name="suggestions"),
    path(_("press/alerts/"), include("news.alerts.urls")),
    path(_("press/embargo/"), include("news.journalists.urls")),
    re_path(r"^((?:[\w\-]+/)*)$", serve, name="wagtail_serve"),
)

handler400 = "parkportal.core.errors.bad_request"
handler403 = "parkportal.core.errors.forbidden"
handler404 = "parkportal.core.errors.not_found"
handler500 = "parkportal.website.views.server_error"
