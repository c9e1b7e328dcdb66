"""A park of any size, with realistic spreads: most organisations are small companies, few sectors hold most of them.

Written straight into the tables, because a hundred thousand saves take an hour. The same seed gives the same park.
"""

import random
from collections.abc import Iterator
from typing import Any

from organisations.models import Building, Facility, Organisation, OrganisationLocation, OrganisationName
from organisations.models.organisation import OrganisationState
from parkportal.core.models import Term, Vocabulary

SEED = 1984
BATCH = 2_000
BUILDINGS = 60
ORGANISATIONS_PER_FACILITY = 25
MANY_TERMS = {
    "phases": (Vocabulary.PHASE, 2),
    "modalities": (Vocabulary.MODALITY, 2),
    "therapy_areas": (Vocabulary.THERAPY_AREA, 1),
    "services": (Vocabulary.SERVICE, 1),
}
SYLLABLES = (
    "bio",
    "cel",
    "gen",
    "vax",
    "onco",
    "neuro",
    "immu",
    "prote",
    "lumi",
    "rhine",
    "leyde",
    "thera",
    "nano",
    "vita",
)
ENDINGS = ("Therapeutics", "Labs", "Sciences", "Biotech", "Pharma", "Diagnostics", "Systems", "Instruments")
COMMON_WORDS = ("ontwikkelt", "medicijnen", "voor", "patiënten", "met", "cellen", "uit", "eigen", "laboratorium")
MEDIUM_WORDS = [f"pathway{number}" for number in range(200)]
RARE_WORDS = [f"compound{number}" for number in range(20_000)]


def make_big_park(total: int) -> None:
    """Organisations with terms, states, addresses and former names; a facility for one in twenty-five."""
    chance = random.Random(SEED)
    terms = _terms_by_vocabulary()
    buildings = Building.objects.bulk_create(
        Building(live=True, name_nl=f"Gebouw {number}", slug_nl=f"groot-gebouw-{number}") for number in range(BUILDINGS)
    )
    organisations = Organisation.objects.bulk_create(
        (_organisation(number, terms, chance) for number in range(total)), batch_size=BATCH
    )
    for name, (vocabulary, most) in MANY_TERMS.items():
        through = getattr(Organisation, name).through
        pairs = (
            through(organisation_id=organisation.pk, term_id=term.pk)
            for organisation in organisations
            for term in _some(terms[vocabulary], chance.randint(0, most), chance)
        )
        through.objects.bulk_create(pairs, batch_size=BATCH)
    for rows in (
        _states(organisations, terms, chance),
        _locations(organisations, buildings, chance),
        _names(organisations, chance),
    ):
        _create(rows)
    Facility.objects.bulk_create(
        Facility(live=True, name_nl=f"Faciliteit {number}", slug_nl=f"grote-faciliteit-{number}", operator=operator)
        for number, operator in enumerate(organisations[::ORGANISATIONS_PER_FACILITY])
    )


def _organisation(number: int, terms: dict[str, list[Term]], chance: random.Random) -> Organisation:
    name = f"{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}".capitalize()
    words = [*COMMON_WORDS, chance.choice(MEDIUM_WORDS), chance.choice(RARE_WORDS)]
    return Organisation(
        live=True,
        name_nl=f"{name} {chance.choice(ENDINGS)}",
        slug_nl=f"groot-{number}",
        summary_nl=" ".join(words),
        summary_en=f"Develops medicines with {words[-1]}.",
        organisation_type=_skewed(terms[Vocabulary.ORGANISATION_TYPE], chance),
        triple_helix=_skewed(terms[Vocabulary.TRIPLE_HELIX], chance),
        sector=_skewed(terms[Vocabulary.SECTOR], chance),
        size_band=_skewed(terms[Vocabulary.SIZE_BAND], chance),
    )


def _states(organisations: list[Organisation], terms: dict[str, list[Term]], chance: random.Random) -> Iterator[Any]:
    states = {term.identifier: term for term in terms[Vocabulary.ORGANISATION_STATE]}
    for organisation in organisations:
        since, closed = str(chance.randint(1984, 2015)), str(chance.randint(2016, 2026))
        is_gone = chance.random() < 0.08
        ends = closed if is_gone else ""
        yield OrganisationState(organisation=organisation, state=states["active"], since=since, ends=ends)
        if is_gone:
            yield OrganisationState(organisation=organisation, state=states["closed"], since=closed)


def _locations(organisations: list[Organisation], buildings: list[Building], chance: random.Random) -> Iterator[Any]:
    for organisation in organisations:
        yield OrganisationLocation(organisation=organisation, building=chance.choice(buildings), town="Leiden")


def _names(organisations: list[Organisation], chance: random.Random) -> Iterator[Any]:
    for organisation in organisations:
        if chance.random() < 0.15:
            name = "".join(chance.choices(SYLLABLES, k=4)).capitalize()
            yield OrganisationName(organisation=organisation, name=name, kind="former", until="2015")


def _create(rows: Iterator[Any]) -> None:
    made = list(rows)
    type(made[0]).objects.bulk_create(made, batch_size=BATCH)


def _terms_by_vocabulary() -> dict[str, list[Term]]:
    by_vocabulary: dict[str, list[Term]] = {}
    for term in Term.objects.order_by("order", "identifier"):
        by_vocabulary.setdefault(term.vocabulary, []).append(term)
    return by_vocabulary


def _skewed(terms: list[Term], chance: random.Random) -> Term:
    """The first terms much more often than the last, as in any directory (Zipf)."""
    return chance.choices(terms, weights=[1 / (rank + 1) for rank in range(len(terms))])[0]


def _some(terms: list[Term], count: int, chance: random.Random) -> list[Term]:
    return list({term.pk: term for term in (_skewed(terms, chance) for _ in range(count))}.values())
