"""The demo's words of the field."""

from parkportal.core.models import GlossaryEntry

from .source import by_language, entries


def load_glossary() -> None:
    """The entries that are not there yet."""
    there = set(GlossaryEntry.objects.values_list("identifier", flat=True))
    for entry in entries("glossary", "entry"):
        if entry["identifier"] not in there:
            fields = by_language(entry, "word", "full_form", "meaning", "other_forms")
            made = GlossaryEntry(identifier=entry["identifier"], **fields)
            made.full_clean(exclude=["word", "meaning", "latest_revision"])
            made.save()
