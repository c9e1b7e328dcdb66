"""What is drawn in ``static/icons/``."""

FACILITY_KINDS = frozenset(
    {
        *("animal-facility", "biobank", "cleanroom-suite", "computing", "core-facility", "gmp-manufacturing"),
        *("imaging-centre", "incubator-lab", "meeting", "pilot-plant", "training-facility", "workshop"),
    }
)
"""The kinds of facilities that have a pictogram; a kind that staff add has that of its operator's sector."""
