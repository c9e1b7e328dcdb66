from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .event import Event


class EventProposal(models.Model):
    """Who proposed an event, for staff to answer. The event is a draft until staff publish it.

    Kept until the event is over, or half a year if it is never published; see ``education.proposals.erasing``.
    """

    event = models.OneToOneField(Event, verbose_name=_("event"), on_delete=models.CASCADE, related_name="proposal")
    contact_name = models.CharField(_("name"), max_length=80)
    contact_email = models.EmailField(_("e-mail"), max_length=120)
    organisation = models.CharField(_("organisation"), max_length=160)
    note = models.TextField(_("note to the park"), blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    proposed = models.DateTimeField(_("proposed"), auto_now_add=True)

    class Meta:
        verbose_name = _("proposed event")
        verbose_name_plural = _("proposed events")
        ordering = ["-proposed", "-pk"]

    def __str__(self) -> str:
        return f"{self.event}, {self.organisation}"
