import datetime
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parkportal.core.models import OutboxEntry, PersonalLink
from parkportal.core.models.personal_link import PersonalLinkQuerySet

from .organisation import Organisation

MAIL = "entry-link"
KEPT = datetime.timedelta(days=180)


class Occasion(models.TextChoices):
    """Why somebody has a link."""

    ROUND = "round", _("we asked")
    CLAIM = "claim", _("asked for it")


class EntryLinkQuerySet(PersonalLinkQuerySet):
    """Links to organisations' own entries."""

    def with_delivery(self) -> Self:
        """With how far their mail is."""
        entries = OutboxEntry.objects.filter(kind=MAIL, key=Cast(OuterRef("pk"), models.CharField()))
        names = ("done_at", "handed_over", "error")
        return self.annotate(**{f"mail_{name}": Subquery(entries.values(name)[:1]) for name in names})

    def forget_old(self) -> int:
        """Delete links half a year after their end; gives how many."""
        return self.filter(expires__lt=timezone.now() - KEPT).delete()[0]


class EntryLink(PersonalLink):
    """Lets somebody at an organisation confirm its entry or propose changes, in any language, until it expires."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="entry_links"
    )
    occasion = models.CharField(_("occasion"), max_length=10, choices=Occasion)
    email = models.EmailField(_("sent to"))
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    asked_on = models.DateField(_("day"), default=timezone.localdate)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, editable=False)
    gone_at = models.DateTimeField(_("said to be gone"), null=True, editable=False)
    proposed_at = models.DateTimeField(_("last change proposed"), null=True, editable=False)

    objects = EntryLinkQuerySet.as_manager()

    mail_done_at: datetime.datetime | None = None  # ``with_delivery`` brings them along.
    mail_handed_over: datetime.datetime | None = None
    mail_error: str | None = None

    class Meta:
        verbose_name = _("link of an organisation")
        verbose_name_plural = _("links of organisations")
        ordering = ["-created", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "asked_on"], condition=Q(occasion="round"), name="asked_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.email}"

    @property
    def delivery(self) -> str:
        """How far its mail is."""
        if self.mail_done_at:
            return str(_("refused: %(answer)s") % {"answer": self.mail_error}) if self.mail_error else str(_("sent"))
        return str(_("handed over, no answer")) if self.mail_handed_over else str(_("waiting"))

    @property
    def used_for(self) -> str:
        """What was done with it, in words."""
        done = {_("confirmed"): self.confirmed_at, _("change proposed"): self.proposed_at, _("gone"): self.gone_at}
        return ", ".join(str(word) for word, at in done.items() if at)
