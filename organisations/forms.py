"""People and roles added from a chooser, while one fills in something else."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from parkportal.core.languages import in_every_language

from .models import Person, Role

NAME_FIELDS = ("given_name", "infix", "family_name")


class NewPersonForm(WagtailAdminModelForm):
    """A person by name."""

    class Meta:
        model = Person
        fields = NAME_FIELDS


class NewRoleForm(WagtailAdminModelForm):
    """A role with its person, who is made if nobody has the name."""

    given_name = Person._meta.get_field("given_name").formfield()
    infix = Person._meta.get_field("infix").formfield()
    family_name = Person._meta.get_field("family_name").formfield(
        help_text=_("Somebody with exactly this name who is known already gets the role.")
    )

    field_order = [*NAME_FIELDS, *in_every_language("title")]

    class Meta:
        model = Role
        fields = (*in_every_language("title"), "organisation", "organisation_name", "since", "as_of", "source")
        widgets = {"organisation": forms.Select}

    def save(self, commit: bool = True) -> Any:
        """Find or make the person, then the role."""
        names = {name: self.cleaned_data[name] for name in NAME_FIELDS}
        self.instance.person = Person.objects.filter(**names).first() or Person(**names)
        return super().save(commit)
