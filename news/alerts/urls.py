"""The addresses of the alerts, below the press room's in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import personal_pages
from .subscribe import AskedView, SubscribeView

urlpatterns = [
    path("", SubscribeView.as_view(), name="alerts"),
    path(_("sent/"), AskedView.as_view(), name="alerts-sent"),
    path(_("confirm/<str:token>/"), personal_pages.confirm, name="alerts-confirm"),
    path(_("settings/<str:token>/"), personal_pages.manage, name="alerts-manage"),
    path(_("unsubscribe/<str:token>/"), personal_pages.unsubscribe, name="alerts-unsubscribe"),
]
