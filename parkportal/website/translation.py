from modeltranslation.translator import TranslationOptions, register

from .models import ParkSettings


@register(ParkSettings)
class ParkSettingsTranslationOptions(TranslationOptions):
    fields = ("tagline", "notice")
