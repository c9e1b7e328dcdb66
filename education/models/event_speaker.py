from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from organisations.models import Role
from parkportal.core.languages import in_every_language

from .event import Event


class EventSpeaker(Orderable):
    """Who speaks at an event, in the role of that day, and on what."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="speakers")
    role = models.ForeignKey(
        Role, verbose_name=_("person in role"), on_delete=models.CASCADE, related_name="event_speeches"
    )
    topic = models.CharField(_("topic"), max_length=160, blank=True)

    panels = [FieldPanel("role"), *[FieldPanel(name) for name in in_every_language("topic")]]

    class Meta(Orderable.Meta):
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
