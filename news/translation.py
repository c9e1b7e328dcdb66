from modeltranslation.translator import TranslationOptions, register

from .models import Figure


@register(Figure)
class FigureTranslationOptions(TranslationOptions):
    fields = ("label", "unit", "definition", "scope")
