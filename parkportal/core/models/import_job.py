import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

STALLED_AFTER = datetime.timedelta(minutes=3)


class ImportState(models.TextChoices):
    """How far an import is."""

    MAPPING = "mapping", _("waiting for you to say what the columns are")
    CHECKING = "checking", _("being compared")
    READY = "ready", _("waiting for your decision")
    WRITING = "writing", _("being carried out")
    DONE = "done", _("carried out")
    UNDOING = "undoing", _("being undone")
    UNDONE = "undone", _("undone")


AT_WORK = (ImportState.CHECKING, ImportState.WRITING, ImportState.UNDOING)


class ImportJob(models.Model):
    """A file that staff import: what is in it until it is carried out, and how far that is.

    ``columns`` says for each heading which column of the kind it is; empty for one that is left out.
    """

    kind = models.CharField(_("what it holds"), max_length=40)
    filename = models.CharField(_("file"), max_length=255)
    language = models.CharField(_("language of the file"), max_length=5, choices=settings.LANGUAGES)
    empties = models.BooleanField(_("an empty cell empties the field"), default=False)
    publish = models.BooleanField(_("new entries are public at once"), default=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    spoken = models.CharField(max_length=5)
    state = models.CharField(_("state"), max_length=10, choices=ImportState, default=ImportState.MAPPING)
    heading = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    columns = models.JSONField(default=list)
    errors = models.JSONField(default=list)
    error_count = models.PositiveIntegerField(default=0)
    same_count = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(_("uploaded"), auto_now_add=True)
    moved = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-created", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.filename

    @property
    def is_at_work(self) -> bool:
        """Whether the worker has it."""
        return self.state in AT_WORK

    @property
    def is_stalled(self) -> bool:
        """Whether the worker has not moved it for long, because it was stopped or never began."""
        return self.is_at_work and self.moved < timezone.now() - STALLED_AFTER

    def move(self, before: ImportState, after: ImportState, **values: Any) -> bool:
        """Go from one state to the next; False if somebody else did before."""
        values |= {"state": after, "moved": timezone.now()}
        moved = type(self).objects.filter(pk=self.pk, state=before).update(**values)
        if moved:
            for name, value in values.items():
                setattr(self, name, value)
        return bool(moved)


class ImportChange(models.Model):
    """What an import changes in a record, or that it makes one: by column the value before and after.

    ``part`` is the run of a course or the like that the row is about, ``revision_id`` the version that it was compared
    with and then the one that it made.
    """

    job = models.ForeignKey(ImportJob, on_delete=models.CASCADE, related_name="changes")
    row = models.PositiveIntegerField(_("row"))
    object_id = models.PositiveBigIntegerField(null=True)
    part = models.UUIDField(null=True)
    is_new = models.BooleanField(default=False)
    title = models.CharField(_("entry"), max_length=255)
    fields = models.JSONField(default=dict)
    revision_id = models.PositiveBigIntegerField(null=True)
    kept = models.TextField(blank=True)
    """Why it was not undone, or which fields of it were not."""

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["row", "pk"]
        verbose_name = _("change by an import")
        verbose_name_plural = _("changes by imports")

    def __str__(self) -> str:
        return self.title


class ImportHeading(models.Model):
    """What a heading meant the last time that a file of this kind had it."""

    kind = models.CharField(max_length=40)
    heading = models.CharField(max_length=200)
    column = models.CharField(max_length=80, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("heading of imported files")
        verbose_name_plural = _("headings of imported files")
        constraints = [models.UniqueConstraint(fields=["kind", "heading"], name="import_heading_once")]

    def __str__(self) -> str:
        return self.heading
