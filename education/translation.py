from modeltranslation.translator import TranslationOptions, register

from parkportal.core.translation import RecordTranslationOptions

from .models import (
    Activity,
    Body,
    Course,
    Event,
    EventSeries,
    EventSpeaker,
    Funding,
    Internship,
    Milestone,
    Partnership,
    Programme,
    ProgrammeLine,
    Result,
)


@register(Programme)
class ProgrammeTranslationOptions(RecordTranslationOptions):
    fields = ("description", "careers", "admission", "internships", "diploma")


@register(Course)
class CourseTranslationOptions(RecordTranslationOptions):
    fields = ("description", "outcomes", "prior_knowledge", "certificate", "price_note")


@register(Internship)
class InternshipTranslationOptions(RecordTranslationOptions):
    fields = ("description", "allowance", "contact_role")


@register(Partnership)
class PartnershipTranslationOptions(RecordTranslationOptions):
    fields = ("description", "aim", "contact_role")


@register(Event)
class EventTranslationOptions(RecordTranslationOptions):
    fields = ("description", "price_note", "accessibility_note")


@register(EventSeries)
class EventSeriesTranslationOptions(TranslationOptions):
    fields = ("name",)


@register(EventSpeaker)
class EventSpeakerTranslationOptions(TranslationOptions):
    fields = ("topic",)


@register(ProgrammeLine)
class ProgrammeLineTranslationOptions(TranslationOptions):
    fields = ("title", "aim", "results")


@register(Body)
class BodyTranslationOptions(TranslationOptions):
    fields = ("name", "description")


@register(Milestone)
class MilestoneTranslationOptions(TranslationOptions):
    fields = ("text",)


@register(Result)
class ResultTranslationOptions(TranslationOptions):
    fields = ("text",)


@register(Funding)
class FundingTranslationOptions(TranslationOptions):
    fields = ("scheme", "period", "note")


@register(Activity)
class ActivityTranslationOptions(TranslationOptions):
    fields = ("name", "description", "frequency")
