"""The form by which an organisation proposes changes of its entry."""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from parkportal.core.proposals.proposing import differences
from parkportal.core.public_forms import GuardedForm

from ..models import Organisation
from .kind import ORGANISATION
from .logo import MOST_BYTES, clean_logo

LOGO, KEPT, LEAVING = "logo", "kept_logo", "state"
UNCHANGED = _("Nothing differs from what the public sees now. Change a field, or say that all is right.")


@dataclass(frozen=True)
class Group:
    """Fields under one heading."""

    heading: str
    fields: list[BoundField]


class ChangeForm(GuardedForm):
    """Every field of the entry that may be changed, filled in as it is."""

    kept_logo = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        self.organisation = organisation
        self.declared = [field for field in ORGANISATION.fields if field.name != LEAVING]
        kwargs["initial"] = {field.name: field.read(organisation) for field in self.declared if field.name != LOGO}
        super().__init__(*args, **kwargs)
        self.fields |= {field.name: field.form_field(Organisation) for field in self.declared}
        self.logo: bytes | None = None

    @property
    def groups(self) -> list[Group]:
        """The fields of each language, then those that all languages share."""
        languages = [
            Group(str(label), [self[field.name] for field in self.declared if field.name.endswith(f"_{code}")])
            for code, label in settings.LANGUAGES
        ]
        shown = {field.name for group in languages for field in group.fields}
        shared = [self[field.name] for field in self.declared if field.name not in shown]
        return [*languages, Group(str(_("In every language")), shared)]

    def clean_logo(self) -> Any:
        """The new logo, drawn anew; it is kept in the form if something else has to be mended."""
        upload = self.cleaned_data[LOGO]
        if not upload:
            return None
        self._keep(clean_logo(upload.read(MOST_BYTES + 1)))
        return None

    def clean_kept_logo(self) -> str:
        """A logo that came along before is as little to be trusted as a new one."""
        if self.logo is None and self.cleaned_data[KEPT]:
            try:
                data = base64.b64decode(self.cleaned_data[KEPT], validate=True)
            except (binascii.Error, ValueError):
                data = b""
            self._keep(clean_logo(data))
        return ""

    def _keep(self, logo: bytes) -> None:
        self.logo = logo
        given: Any = self.data
        data = given.copy()
        data[self.add_prefix(KEPT)] = base64.b64encode(logo).decode()
        self.data = data
        self.fields[LOGO].kept_text = _("Your new logo is kept: you need not choose it again.")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Something has to differ."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not self.changes():
            raise forms.ValidationError(UNCHANGED)
        if self.logo:
            data["logo_hash"] = hashlib.sha256(self.logo).hexdigest()  # So that another logo is another submission.
        return data

    def changes(self) -> dict[str, Any]:
        """What is proposed, by the names of the fields."""
        data = self.cleaned_data
        written = {
            field.name: field.cleaned(data.get(field.name))
            for field in self.declared
            if field.name != LOGO and field.name in data
        }
        changed = differences(ORGANISATION, self.organisation, written)
        if self.logo:
            changed[LOGO] = f"Logo {self.organisation} {hashlib.sha256(self.logo).hexdigest()[:8]}"
        return changed

    def files_of_changes(self) -> dict[str, bytes]:
        """The bytes of the logo."""
        return {LOGO: self.logo} if self.logo else {}
