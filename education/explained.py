"""What the admin says under the fields of education."""

from django.utils.translation import gettext_lazy as _

from parkportal.core.help_texts import explain

from .models import (
    Activity,
    Body,
    Course,
    CourseRun,
    Event,
    Funding,
    Internship,
    Partnership,
    Programme,
    ProgrammeLine,
    Seat,
)


def explain_education() -> None:
    """Say under each field what belongs there."""
    explain(
        Course,
        level=_("How deep it goes, by the level of who follows it."),
        price_note=_("With or without VAT, and for whom it is cheaper."),
        certificate=_("What one has at the end."),
        prior_knowledge=_("One point on each line."),
        registration_url=_("The page with the form, not the home page."),
    )
    explain(CourseRun, seats=_("How many people can take part."), register_before=_("The last day to register."))
    explain(
        Programme,
        level=_("From vocational (mbo) to academic."),
        admission=_("Which diploma one needs, and what else."),
        credits=_("In EC: a year is 60."),
        modes=_("Full-time, part-time, or working and learning."),
        diploma=_("What is on the diploma."),
        years=_("How long it takes as planned: 2, 4, 1.5."),
    )
    explain(
        Event,
        attendance=_("Whether one has to be there."),
        accessibility_note=_("What helps people with a disability to come, and whom to ask."),
        captions=_("Whether what is said can be read at the same time."),
        interpreter=_("Whether there is a sign-language interpreter."),
        seats=_("How many people can come."),
        register_before=_("The last day to register."),
        online_url=_("Where to watch; visitors see it."),
        price_note=_("Nothing, or what it costs and for whom."),
        series=_("Events that come back have one series."),
    )
    explain(Partnership, abbreviation=_("As people say it."), aim=_("What it is for, in two or three sentences."))
    explain(
        ProgrammeLine,
        lead_role=_("Who leads it."),
        results=_("What came of it so far."),
        aim=_("What it should bring."),
        number=_("Its place in the list."),
    )
    explain(Internship, allowance=_("An amount per month, or in words."), contact_role=_("The role, not the name."))
    explain(Seat, chair=_("Leads the meetings."), executive=_("Sits on the daily board."))
    explain(Body, kind=_("A board decides, a council advises, a team carries out."))
    explain(
        Funding,
        scheme=_("The name of the grant or programme."),
        amount=_("In euros, without cents."),
        period=_("In words: 2024 to 2028."),
        funder_name=_("Only for who is not in the directory."),
    )
    explain(Activity, frequency=_("In words: every month, twice a year."))
