"""What the admin says under the fields of the newsroom."""

from django.utils.translation import gettext_lazy as _

from parkportal.core.help_texts import explain

from .models import Article, EventReport, Figure, Interview, PressRelease, Statement


def explain_news() -> None:
    """Say under each field what belongs there."""
    explain(
        Article,
        picture=_("Stands above the text and where the article is named."),
        body=_("Begin with what happened. A block for each thing: text, quote, figure, picture."),
        author=_("Who wrote it, as it should be named."),
        issuer=_("The organisation that speaks here, if that is not the park."),
        source_name=_("Where it was published first, if that was elsewhere."),
    )
    explain(PressRelease, notes=_("What only journalists need: definitions, earlier news, how to reach you."))
    explain(Interview, held_on=_("The day of the conversation."))
    explain(
        EventReport, held_on=_("The day of the event."), event_url=_("The page of the event, if it has one elsewhere.")
    )
    explain(Statement, responds_to_url=_("Where that can be read."))
    explain(
        Figure,
        unit=_("What is counted: companies, jobs, square metres."),
        value=_("In full: 18000, not 18 thousand."),
        definition=_("So exactly that somebody else would count the same."),
        qualifier=_("Exactly only if it was counted, not estimated."),
        source_name=_("Who counted it, in which publication."),
        status=_("An official figure is the park's own or of a statistics office."),
    )
