"""The addresses of signing in. They stand before Wagtail's, whose own log-in and reset they replace."""

from collections.abc import Callable
from typing import Any

from allauth.account import views
from django.http import HttpRequest
from django.urls import include, path, re_path
from django.views.decorators.cache import never_cache
from wagtail.admin.localization import get_localized_response
from wagtail.utils.urlpatterns import decorate_urlpatterns

View = Callable[..., Any]


def in_own_language(view: View) -> View:
    """In the language that somebody chose for the admin, once we know who it is."""

    def localised(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.user.is_authenticated:
            return get_localized_response(view, request, *args, **kwargs)
        return view(request, *args, **kwargs)

    return localised


urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("login/closed/", views.account_inactive, name="account_inactive"),
    path("login/again/", views.reauthenticate, name="account_reauthenticate"),
    path("password_reset/", views.password_reset, name="account_reset_password"),
    path("password_reset/done/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password_reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password_reset/complete/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("second-factor/", include("allauth.mfa.urls")),
]
urlpatterns = decorate_urlpatterns(urlpatterns, in_own_language)
urlpatterns = decorate_urlpatterns(urlpatterns, never_cache)
