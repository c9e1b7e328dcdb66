"""Terms are chosen from short lists, not from a chooser of all words."""

from django import forms
from wagtail.admin.panels import FieldPanel


def term_panel(name: str) -> FieldPanel:
    """One term."""
    return FieldPanel(name, widget=forms.Select)


def terms_panel(name: str) -> FieldPanel:
    """Any number of terms."""
    return FieldPanel(name, widget=forms.CheckboxSelectMultiple)
