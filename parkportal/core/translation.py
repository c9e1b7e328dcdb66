from modeltranslation.translator import TranslationOptions, register

from .models import GlossaryEntry, ParkDocument, ParkImage, Synonym, Term


class RecordTranslationOptions(TranslationOptions):
    """The translated fields of every record; a model's own options add theirs."""

    fields: tuple[str, ...] = ("name", "slug", "summary", "source_note")
    fallback_undefined = {"slug": None}


@register(Term)
class TermTranslationOptions(TranslationOptions):
    fields = ("label", "definition")


@register(GlossaryEntry)
class GlossaryEntryTranslationOptions(TranslationOptions):
    fields = ("word", "full_form", "meaning", "other_forms")


@register(Synonym)
class SynonymTranslationOptions(TranslationOptions):
    fields = ("wording",)


@register(ParkImage)
class ParkImageTranslationOptions(TranslationOptions):
    fields = ("alt", "caption", "usage_terms")


@register(ParkDocument)
class ParkDocumentTranslationOptions(TranslationOptions):
    fields = ("label",)
