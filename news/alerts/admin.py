"""The alerts in the admin: how many readers, one address to find and erase, how far each mailing is."""

from typing import Any

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permissions import register_permission_policy

from parkportal.core.look_and_erase import LookAndErase

from ..models import AlertMailing, AlertSubscription, DeliveryState
from .choices import Choices
from .forms import in_words


class SubscriptionIndexView(IndexView):
    """The readers, the newest first."""

    def get_page_subtitle(self) -> str:
        """How many there are."""
        everybody, confirmed = AlertSubscription.objects.count(), AlertSubscription.objects.confirmed().count()
        counts = {"confirmed": confirmed, "waiting": everybody - confirmed}
        return _("%(confirmed)s confirmed, %(waiting)s not yet") % counts


class SubscriptionInspectView(InspectView):
    """All that is kept of a reader."""

    def get_subjects_display_value(self) -> str:
        """What the reader wants to hear of, in words."""
        words = in_words(Choices.of(self.object))
        return ", ".join(map(str, words["subjects"])) or _("Everything")


class MailingIndexView(IndexView):
    """The mailings, the newest first."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With how many mails are in which state."""
        return super().get_base_queryset().with_counts().select_related("article")


class AlertSubscriptionViewSet(ModelViewSet):
    """Who gets mail."""

    model = AlertSubscription
    name = "alert-subscriptions"
    icon = "group"
    menu_label = gettext_lazy("Readers")
    index_view_class = SubscriptionIndexView
    inspect_view_class = SubscriptionInspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["content"]  # Wagtail asks for some; nobody may change any.
    inspect_view_fields = [
        *("address", "content", "locales", "subjects", "language"),
        *("asked_at", "consent_text", "confirmed_at", "refusals"),
    ]  # fmt: skip
    list_display = ["address", "content", DateColumn("confirmed_at", label=capfirst(gettext_lazy("confirmed at")))]
    list_filter = ["content", "confirmed_at"]
    search_fields = ["address"]
    search_backend_name = None
    list_per_page = 50


class AlertMailingViewSet(ModelViewSet):
    """The mail about each article. Erasing one stops what still waits."""

    model = AlertMailing
    name = "alert-mailings"
    icon = "mail"
    menu_label = gettext_lazy("Mailings")
    index_view_class = MailingIndexView
    copy_view_enabled = False
    form_fields = ["made_at"]  # Wagtail asks for some; nobody may change any.
    list_display = [
        "__str__",
        DateColumn("made_at", label=capfirst(gettext_lazy("made at")), sort_key="made_at"),
        *(Column(state.name.lower(), label=capfirst(state.label)) for state in DeliveryState),
    ]
    list_per_page = 50


class AlertsGroup(ModelViewSetGroup):
    """Alerts in the menu."""

    items = (AlertSubscriptionViewSet(), AlertMailingViewSet())
    menu_label = gettext_lazy("News by mail")
    menu_icon = "mail"
    menu_order = 225


for model in (AlertMailing, AlertSubscription):
    register_permission_policy(model, LookAndErase(model))


@hooks.register("register_admin_viewset")
def alerts_group() -> AlertsGroup:
    """News by mail in the menu."""
    return AlertsGroup()
