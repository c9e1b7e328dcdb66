"""The addresses of the alerts, below the press room's in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

urlpatterns = [
    path(_("confirm/<str:token>/"), views.confirm, name="alerts-confirm"),
    path(_("settings/<str:token>/"), views.manage, name="alerts-manage"),
    path(_("unsubscribe/<str:token>/"), views.unsubscribe, name="alerts-unsubscribe"),
]
