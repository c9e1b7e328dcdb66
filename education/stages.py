"""The stages of Dutch education from vocational to doctoral, explained to a pupil and to who does not know them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True)
class Stage:
    """A stage with the education levels (identifiers of terms) that it holds, and what a pupil asks about it."""

    key: str
    name: Text
    explanation: Text
    entry: Text
    takes: Text
    becomes: Text
    onward: Text
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Start:
    """Where somebody comes from, and the stages with which that goes on."""

    name: Text
    explanation: Text
    stages: tuple[str, ...]


STARTS = (
    Start(_("Vmbo"), _("Secondary school that leads to a trade"), ("vocational",)),
    Start(_("Havo"), _("Secondary school that leads to higher professional education"), ("professional", "vocational")),
    Start(_("Vwo"), _("Secondary school that leads to university"), ("academic", "professional")),
    Start(_("A job"), _("You work already, and want to keep up or change direction"), ("lifelong",)),
)

STAGES = (
    Stage(
        "vocational",
        _("Mbo: learn a trade"),
        _(
            "Mbo is vocational education at a college. There are four levels. You go mostly to school and do work "
            "placements (bol), or you mostly work and go to school about a day a week (bbl)."
        ),
        _("A vmbo diploma, or three years of havo or vwo. Level 1 asks for no diploma."),
        _("One to four years"),
        _("Lab analyst, instrument maker, operator in a medicine factory"),
        _("Work, or hbo with a diploma of level 4"),
        ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    ),
    Stage(
        "professional",
        _("Hbo: learn a profession"),
        _(
            "Hbo is higher professional education, at a university of applied sciences (hogeschool). You learn by "
            "doing: projects, practicals and work placements at companies."
        ),
        _("A diploma of havo, vwo or mbo level 4; some programmes ask for certain subjects."),
        _("Two years for an associate degree, usually four for a bachelor’s"),
        _("Research technician, chemist, bioinformatician, quality officer"),
        _("Work, an hbo master’s, or a university master’s after a bridging programme"),
        ("hbo-ad", "hbo-bachelor", "hbo-master"),
    ),
    Stage(
        "academic",
        _("Wo: learn to do science"),
        _(
            "Wo is academic education, at a research university. You learn how knowledge is made: first broadly, in "
            "a bachelor’s programme, then in depth, in a master’s."
        ),
        _("A vwo diploma, often with certain subjects; for a master’s, a bachelor’s degree that fits."),
        _("Three years for a bachelor’s, then one to three for a master’s"),
        _("Researcher, pharmacist, doctor, drug developer, biologist"),
        _("Work, or a doctorate after a master’s"),
        ("wo-bachelor", "wo-master"),
    ),
    Stage(
        "doctoral",
        _("Doctorate: find out something new"),
        _(
            "You do research of your own that nobody has done before, and write a book about it, the thesis. Most "
            "who do so have a paid job at a university, hospital or institute. You end as a doctor (PhD)."
        ),
        _("A master’s degree and a place in a research group"),
        _("About four years"),
        _("Scientist at a university, a museum or a company, leader of research"),
        _("Work in research or outside it"),
        ("phd",),
    ),
    Stage(
        "lifelong",
        _("Courses: keep learning"),
        _("Short courses for people who work already: a new technique, the rules of a cleanroom, another step."),
        _("That differs; each course says what you need to know."),
        _("A day to a week"),
        _("Better at your job, or ready for another"),
        "",
        ("lifelong-learning",),
    ),
)
