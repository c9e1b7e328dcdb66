from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from parkportal.core.models import BasePage

from ..accessibility_blocks import FindingBlock, ResearchBlock


class Compliance(models.TextChoices):
    """The statuses of the Dutch register of accessibility statements (DigiToegankelijk)."""

    FULL = "A", _("Complies fully")
    PARTIAL = "B", _("Complies in part")
    FIRST_MEASURES = "C", _("First measures taken")
    NONE = "D", _("Does not comply")
    UNKNOWN = "E", _("No statement yet")


class AccessibilityPage(BasePage):
    """The accessibility statement of the site, in the fields of the Dutch model."""

    lead = models.CharField(_("lead"), max_length=250, blank=True)
    compliance = models.CharField(_("status"), max_length=1, choices=Compliance, default=Compliance.UNKNOWN)
    compliance_note = models.TextField(_("why this status"), blank=True)
    standard = models.CharField(
        _("standard"), max_length=120, default="EN 301 549, WCAG 2.2 A + AA", help_text=_("Which the site is held to.")
    )
    scope = models.CharField(_("what it is about"), max_length=250, help_text=_("The site or the part of it."))
    research = StreamField([("research", ResearchBlock())], verbose_name=_("examinations"), blank=True)
    findings = StreamField([("finding", FindingBlock())], verbose_name=_("findings"), blank=True)
    general_measures = RichTextField(_("what is done in general"), blank=True)
    feedback = RichTextField(_("where to report a problem"))
    feedback_email = models.EmailField(_("e-mail address for reports"), blank=True)
    feedback_phone = models.CharField(_("telephone for reports"), max_length=40, blank=True)
    answer_days = models.PositiveSmallIntegerField(_("working days until an answer"), default=5)
    supervision = RichTextField(_("who supervises"), blank=True)
    drawn_up_on = models.DateField(_("drawn up on"), default=timezone.localdate)
    reviewed_on = models.DateField(_("last checked on"), null=True, blank=True)
    signed_by = models.CharField(_("signed by"), max_length=120, blank=True, help_text=_("The function, not the name."))

    search_fields = [*Page.search_fields, index.SearchField("lead")]
    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("compliance", "compliance_note", "standard", "scope")],
            heading=_("Compliance"),
        ),
        FieldPanel("research"),
        FieldPanel("findings"),
        FieldPanel("general_measures"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("feedback", "feedback_email", "feedback_phone", "answer_days")],
            heading=_("Feedback"),
        ),
        FieldPanel("supervision"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("drawn_up_on", "reviewed_on", "signed_by")], heading=_("Accountability")
        ),
    ]
    parent_page_types = ["website.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "website/accessibility.html"

    class Meta:
        verbose_name = _("accessibility statement")
