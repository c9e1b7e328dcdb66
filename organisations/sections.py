"""What roles add to the profiles of the directory."""

from django.utils.translation import gettext_lazy as _

from parkportal.core.sections import Section, section_of

from .models import Organisation, Role


@section_of(Organisation, order=50)
def people_of(organisation: Organisation) -> Section:
    """Who has or had a public role at an organisation, those of today first."""
    roles = Role.objects.visible().filter(organisation_id=organisation.pk).select_related("person")
    items = sorted(roles, key=lambda role: not role.is_current)
    return Section("people", _("People"), "organisations/sections/people.html", items)
