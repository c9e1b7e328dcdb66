from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import RevisionMixin

from ..admin import language_tabs


class Vocabulary(models.TextChoices):
    """The controlled vocabularies; their terms come from ``core/vocabularies/<value>.toml``."""

    ORGANISATION_TYPE = "organisation-type", _("Organisation type")
    TRIPLE_HELIX = "triple-helix", _("Triple-helix role")
    SECTOR = "sector", _("Sector")
    PHASE = "phase", _("Value-chain phase")
    MODALITY = "modality", _("Modality or technology")
    THERAPY_AREA = "therapy-area", _("Therapy area")
    SERVICE = "service", _("Service")
    SIZE_BAND = "size-band", _("Size band")
    ORGANISATION_STATE = "organisation-state", _("State")
    FACILITY_KIND = "facility-kind", _("Kind of facility")
    TECHNIQUE = "technique", _("Technique")
    STANDARD = "standard", _("Standard")
    STANDARD_STATUS = "standard-status", _("Status of a standard")
    CLEANROOM_GRADE = "cleanroom-grade", _("Cleanroom grade")
    ISO_CLASS = "iso-class", _("ISO class")
    CONTAINMENT = "containment", _("Containment level")
    ACCESS_GROUP = "access-group", _("Who may use it")
    ACCESS_MODE = "access-mode", _("How it is used")
    EDUCATION_LEVEL = "education-level", _("Education level")
    STUDY_MODE = "study-mode", _("Mode of study")
    INTERNSHIP_KIND = "internship-kind", _("Kind of internship")
    AUDIENCE = "audience", _("Audience")
    COURSE_TOPIC = "course-topic", _("Topic of a course")
    PARTNERSHIP_KIND = "partnership-kind", _("Kind of partnership")
    PARTNERSHIP_ROLE = "partnership-role", _("Role in a partnership")
    BODY_KIND = "body-kind", _("Kind of body")


class Term(RevisionMixin, models.Model):
    """An entry of a vocabulary (schema.org DefinedTerm). The identifier never changes; labels may."""

    vocabulary = models.CharField(_("vocabulary"), max_length=40, choices=Vocabulary)
    identifier = models.SlugField(_("identifier"), max_length=60)
    label = models.CharField(_("label"), max_length=120)
    definition = models.TextField(_("definition"), blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    nlqf = models.CharField(_("NLQF level"), max_length=5, blank=True)
    same_as = models.URLField(_("same as"), blank=True)
    retired = models.BooleanField(_("retired"), default=False)

    edit_handler = language_tabs(
        translated=["label", "definition"],
        shared=[
            MultiFieldPanel([FieldPanel("vocabulary"), FieldPanel("identifier"), FieldPanel("order")], _("Term")),
            MultiFieldPanel([FieldPanel("nlqf"), FieldPanel("same_as"), FieldPanel("retired")], _("More")),
        ],
    )

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "order", "identifier"]
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "identifier"], name="term_identifier_in_vocabulary")
        ]

    def __str__(self) -> str:
        return str(self.label)


def term_key(vocabulary: Vocabulary, **kwargs: Any) -> Any:
    """A foreign key to a term of one vocabulary."""
    kwargs.setdefault("on_delete", models.PROTECT)
    return models.ForeignKey("core.Term", limit_choices_to={"vocabulary": vocabulary.value}, related_name="+", **kwargs)


def term_keys(vocabulary: Vocabulary, **kwargs: Any) -> Any:
    """Any number of terms of one vocabulary."""
    return ParentalManyToManyField(
        "core.Term", blank=True, related_name="+", limit_choices_to={"vocabulary": vocabulary.value}, **kwargs
    )
