"""Words that say nothing of their own, by language. Few: a word that may be a name or an abbreviation is not here."""

STOP_WORDS = {
    "nl": frozenset(
        "aan als bij dan dat de deze die dit door een en er het hun ik in is je met naar niet nog of om ook op over te "
        "ten ter tot uit van voor waar wat we wie wij worden wordt ze zich zij zijn".split()
    ),
    "en": frozenset(
        "a an and are as at be been by for from has have how in into is its not of on or our that the their this to "
        "was we were what where which who with you your".split()
    ),
}
