from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from organisations.plan.validation import validate_plan
from parkportal.core.languages import in_every_language

from ..forms import ParkForm


@register_setting(icon="site", order=1)
class ParkSettings(BaseGenericSetting):
    """What makes the site this park's: its names, its plan, its press office."""

    name = models.CharField(_("name of the park"), max_length=120, default="Park")
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    notice = models.CharField(
        _("notice on every page"), max_length=250, blank=True, help_text=_("For instance that this is a demonstration.")
    )
    security_contact = models.CharField(
        _("where to report a weakness"), max_length=200, blank=True, help_text=_("A mailto: or https: address.")
    )
    contact_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("where visitors ask the park"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("In any language; its translation serves the others."),
    )
    question_email = models.EmailField(
        _("who gets visitors' questions"),
        blank=True,
        help_text=_("Questions to the park, and about what has no contact of its own. Without it there is no form."),
    )
    months_between_questions = models.PositiveSmallIntegerField(
        _("months between two questions whether an entry is right"),
        default=6,
        validators=[MaxValueValidator(60)],
        help_text=_("Each organisation's contact gets a mail with its entry. 6 is twice a year; 0 is never."),
    )
    plan = models.JSONField(
        _("plan of the park"),
        default=dict,
        blank=True,
        validators=[validate_plan],
        help_text=_("GeoJSON with water, roads, railways and blocks."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("abbreviation")]
            + [FieldPanel(name) for name in in_every_language("tagline", "notice")],
            heading=_("The park"),
        ),
        MultiFieldPanel([FieldPanel("contact_page"), FieldPanel("question_email")], heading=_("Questions")),
        FieldPanel("months_between_questions"),
        FieldPanel("security_contact"),
        MultiFieldPanel([FieldPanel("plan_file"), FieldPanel("plan")], heading=_("Plan"), classname="collapsed"),
    ]

    base_form_class = ParkForm

    class Meta:
        verbose_name = _("park")

    def __str__(self) -> str:
        return self.name
