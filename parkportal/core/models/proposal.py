from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .provenance import Origin


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """What was proposed."""

    def open(self) -> Self:
        """What staff have not decided yet."""
        return self.filter(settled_at__isnull=True)


class Proposal(models.Model):
    """What somebody without an account would have changed or published; see ``parkportal.core.proposals``.

    ``subject`` is the page or record that it is about; a new thing has one once staff accept it.
    """

    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("about"), max_length=200)
    subject_type = models.ForeignKey(ContentType, null=True, on_delete=models.SET_NULL, related_name="+")
    subject_id = models.PositiveBigIntegerField(null=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    origin = models.CharField(_("proposed by"), max_length=20, choices=Origin)
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    note = models.TextField(_("note to the park"), blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    created = models.DateTimeField(_("proposed"), auto_now_add=True, db_index=True)
    settled_at = models.DateTimeField(_("decided"), null=True, blank=True, db_index=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answer = models.TextField(_("answer"), blank=True)

    objects = ProposalQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = [models.F("settled_at").desc(nulls_first=True), "-created", "-pk"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="proposal_subject")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether staff have still to decide."""
        return self.settled_at is None

    @property
    def state(self) -> Any:
        """Whether staff decided, in a word."""
        return pgettext_lazy("proposal", "open") if self.is_open else pgettext_lazy("proposal", "decided")


class Decision(models.TextChoices):
    """What staff make of a proposed value."""

    OPEN = "open", _("not decided")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


class ProposedValue(models.Model):
    """One field as it was and as somebody would have it. A file's bytes wait here until they are accepted."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="values")
    name = models.CharField(max_length=60)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    file = models.BinaryField(null=True)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    reason = models.CharField(_("reason"), max_length=250, blank=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["proposal", "name"], name="proposed_once")]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.name}"
