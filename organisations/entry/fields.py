"""What an organisation may change beyond plain columns: its contact, its logo, whether it is still here."""

import io
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.db.models import Model
from django.utils.translation import gettext as _

from parkportal.core.languages import LANGUAGE_CODES, localise
from parkportal.core.models import ParkImage, Vocabulary
from parkportal.core.models.image import Licence
from parkportal.core.partial_date import format_partial_date
from parkportal.core.proposals.fields import ModelValue, ProposedField
from parkportal.core.term_cache import terms_of

from ..models.dated import Purpose
from ..models.organisation import OrganisationContact, OrganisationState
from .logo import suffix_of


def first_contact(organisation: Any) -> OrganisationContact | None:
    """The contact for everything, else the first."""
    return _first(list(organisation.contacts.all()))


def _first(contacts: list[OrganisationContact]) -> OrganisationContact | None:
    return next((each for each in contacts if each.purpose == Purpose.GENERAL), contacts[0] if contacts else None)


class ContactValue(ModelValue):
    """A column of the first contact; a first one is made where there is none."""

    def __init__(self, column: str, label: Any) -> None:
        super().__init__(f"contact_{column}")
        self.column, self._label = column, label

    def label(self, model: type[Model]) -> str:
        """As visitors know it."""
        return str(self._label)

    def read(self, thing: Any) -> str:
        """The column."""
        contact = first_contact(thing)
        return str(getattr(contact, self.column)) if contact else ""

    def write(self, thing: Any, value: Any, file: bytes | None = None) -> None:
        """The column."""
        contacts = list(thing.contacts.all()) or [OrganisationContact(purpose=Purpose.GENERAL)]
        setattr(_first(contacts), self.column, value)
        thing.contacts = contacts

    def form_field(self, model: type[Model]) -> forms.Field:
        """The contact's own."""
        column: Any = OrganisationContact._meta.get_field(self.column)
        return column.formfield(label=self.label(model), required=False)


class Logo(ProposedField):
    """The logo. Its bytes were drawn anew by us before they were kept."""

    writes = True

    def read(self, thing: Any) -> str:
        """Its title."""
        return str(thing.logo.title) if thing.logo else ""

    def write(self, thing: Any, value: Any, file: bytes | None = None) -> None:
        """A new image, which may stand with this entry only."""
        if not file:
            raise ValidationError(_("The file of the logo is no longer there."))
        if thing.logo is None or thing.logo.title != value:
            thing.logo = _image(thing, value, file)

    def form_field(self, model: type[Model]) -> forms.Field:
        """A file; the form checks and keeps it."""
        return forms.FileField(
            label=self.label(model),
            required=False,
            help_text=_("PNG, JPEG, WebP or GIF, at most 5 MB. By sending it you let us show it with your entry."),
            widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif"}),
        )


def _image(organisation: Any, title: str, data: bytes) -> ParkImage:
    found = ParkImage.objects.filter(title=title).first()
    if found:
        return found
    names = {code: str(localise(organisation, "name", code)) for code in LANGUAGE_CODES}
    image = ParkImage(title=title, credit=names[settings.LANGUAGE_CODE], licence=Licence.THIS_ITEM)
    for code, name in names.items():
        setattr(image, f"alt_{code}", f"Logo {name}")
    image.file = ImageFile(io.BytesIO(data), name=f"logo.{suffix_of(data)}")
    image.save()
    return image


LEAVING_STATES = ("moving", "left", "merged", "closed")


class Leaving(ProposedField):
    """That the organisation is no longer here: a state with its beginning."""

    writes = True

    def read(self, thing: Any) -> Any:
        """The state now."""
        state = thing.current_state
        return {"state": state.state.identifier, "since": state.since} if state else ""

    def shown(self, value: Any) -> str:
        """The state and since when."""
        if not value:
            return ""
        term = next((each for each in _states() if each.identifier == value["state"]), value["state"])
        return ", ".join(filter(None, [str(term), format_partial_date(value.get("since", ""))]))

    def write(self, thing: Any, value: Any, file: bytes | None = None) -> None:
        """One more state in time; the one before ends by itself."""
        term = next((each for each in _states() if each.identifier == value["state"]), None)
        if term is None:
            raise ValidationError(_("This state is not in the vocabulary."))
        source = _("said by the organisation")
        state = OrganisationState(state=term, since=value.get("since", ""), source=source)
        thing.states = [*thing.states.all(), state]
        thing.__dict__.pop("current_state", None)


def _states() -> list[Any]:
    return list(terms_of(Vocabulary.ORGANISATION_STATE))
