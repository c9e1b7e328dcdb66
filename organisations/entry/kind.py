"""What an organisation, or a visitor, may propose of an entry. Whose turn it is to read it: whoever may publish it."""

from django.utils.translation import gettext_lazy as _

from parkportal.core.languages import in_every_language
from parkportal.core.models import Vocabulary
from parkportal.core.proposals import Kind, register
from parkportal.core.proposals.fields import ModelValue, ProposedField, RichText, TermValue

from ..models import Organisation
from .fields import ContactValue, Leaving, Logo

REMARK = "remark"
ONE_SENTENCE = _("At most 160 characters.")
PARAGRAPHS = _("An empty line begins a paragraph, a hyphen before a line makes a list.")

ORGANISATION = register(
    Kind(
        key="organisation",
        label=_("Organisation"),
        model=Organisation,
        fields=(
            *(ModelValue(name) for name in in_every_language("name")),
            *(ModelValue(name, help_text=ONE_SENTENCE) for name in in_every_language("summary")),
            *(RichText(name, help_text=PARAGRAPHS) for name in in_every_language("description")),
            ContactValue("phone", _("Phone")),
            ContactValue("email", _("E-mail for visitors")),
            ModelValue("website"),
            ModelValue("legal_name"),
            TermValue("size_band", Vocabulary.SIZE_BAND),
            Logo("logo", _("Logo")),
            Leaving("state", _("State")),
            ProposedField(REMARK, _("Anything else"), help_text=_("A new address, another sector, a former name …")),
        ),
    )
)
