"""Terms are chosen from short lists, not from a chooser of all words; texts get the room that they need."""

from django import forms
from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.fields import RichTextField

# Wagtail does so for fields of just this class, and each translated field has a class of its own.
register_form_field_override(models.TextField, override={"widget": AdminAutoHeightTextInput})
register_form_field_override(RichTextField, override={})


def term_panel(name: str) -> FieldPanel:
    """One term."""
    return FieldPanel(name, widget=forms.Select)


def terms_panel(name: str) -> FieldPanel:
    """Any number of terms."""
    return FieldPanel(name, widget=forms.CheckboxSelectMultiple)
