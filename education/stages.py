"""The stages of Dutch education from vocational to academic, explained to who does not know them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Stage:
    """A stage with the education levels (identifiers of terms) that it holds."""

    key: str
    name: str | Promise
    explanation: str | Promise
    levels: tuple[str, ...]


STAGES = (
    Stage(
        "vocational",
        _("Vocational education (mbo)"),
        _(
            "Mbo teaches a trade at four levels, mostly at college (bol) or mostly at work (bbl). "
            "Level 4 gives access to hbo."
        ),
        ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    ),
    Stage(
        "professional",
        _("Higher professional education (hbo)"),
        _("Hbo is given at universities of applied sciences: degrees aimed at a profession, with work placements."),
        ("hbo-ad", "hbo-bachelor", "hbo-master"),
    ),
    Stage(
        "academic",
        _("Academic education (wo)"),
        _("Wo is given at research universities: bachelor's and master's degrees, then a doctorate."),
        ("wo-bachelor", "wo-master", "phd"),
    ),
    Stage(
        "lifelong",
        _("Lifelong learning"),
        _("For people in work who want to keep up or change direction."),
        ("lifelong-learning",),
    ),
)
