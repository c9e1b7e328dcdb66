"""What the admin says under the fields that every record, page and term has."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from .help_texts import explain
from .models import ParkImage, Record, Synonym, Term


def explain_basics() -> None:
    """Say under each field what belongs there."""
    for model in apps.get_models():
        if issubclass(model, Record):
            explain(
                model,
                name=_("As its owner writes it."),
                source_url=_("The page from which the facts come."),
                source_note=_("What was taken from there, and what was asked."),
                confirmed_on=_("The day on which somebody last said that all of this is right."),
                confirmed_by=_("Who said so: visitors see it."),
            )
    explain(
        Term,
        vocabulary=_("The list that it belongs to."),
        identifier=_("Its name in addresses and downloads; never changes."),
        definition=_("One or two sentences for who does not know the word."),
        order=_("Low numbers come first."),
        nlqf=_("Of a level of education: 1 to 8, or 4+."),
        same_as=_("The same notion in a public vocabulary, such as EDAM or MeSH."),
        retired=_("Stays where it is used, and can't be chosen any more."),
    )
    explain(Synonym, identifier=_("A short name for staff."), in_use=_("Untick it to try searching without."))
    explain(
        ParkImage,
        caption=_("What one should know of the picture; stands below it."),
        creator=_("Who made it."),
        credit=_("Who must be named beside it, without “Photo:” before it: Anna Jansen."),
        licence=_("What others may do with it."),
        usage_terms=_("Only what the licence does not say."),
    )
