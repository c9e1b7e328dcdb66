"""The addresses of the organisation's own door, below “your-entry/” in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import claim, sent, views

urlpatterns = [
    path(_("sent/"), sent.ProposedView.as_view(), name="entry-proposed"),
    path(_("ask/<slug:key>/"), claim.ClaimView.as_view(), name="entry-claim"),
    path(_("ask/<slug:key>/sent/"), claim.ClaimedView.as_view(), name="entry-claimed"),
    path(_("link/<str:token>/"), views.entry, name="entry"),
    path(_("link/<str:token>/change/"), views.ChangeView.as_view(), name="entry-change"),
    path(_("link/<str:token>/gone/"), views.GoneView.as_view(), name="entry-gone"),
]
