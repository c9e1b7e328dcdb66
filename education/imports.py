"""What of courses can be imported, by the columns of their export and some more."""

from django.utils.translation import gettext_lazy as _

from organisations.imports import PLACE
from organisations.models import Facility, Organisation
from parkportal.core.importing.column_sets import plain_columns, translated_columns
from parkportal.core.importing.columns import Codes, Column, Formatted, Number
from parkportal.core.importing.kinds import Kind, importable
from parkportal.core.importing.relations import Others, RecordIn, term_columns
from parkportal.core.models import Vocabulary

from .models import Course


def course_columns(language: str) -> list[Column]:
    """What a course is, who gives it, for whom and at what price."""
    return [
        *translated_columns(_("description"), "description", file_language=language, kind=Formatted),
        *translated_columns(_("what you learn"), "outcomes", file_language=language),
        *translated_columns(_("what you need to know or have done before"), "prior_knowledge", file_language=language),
        *translated_columns(_("certificate"), "certificate", file_language=language),
        *translated_columns(_("price"), "price_note", file_language=language),
        RecordIn(name="provider", others=Others(Organisation), label=_("provider")),
        RecordIn(name="facility", others=Others(Facility), label=_("facility")),
        *term_columns(
            Course,
            {"level": (Vocabulary.EDUCATION_LEVEL, "niveau")},
            {
                "topics": (Vocabulary.COURSE_TOPIC, "topic"),
                "audience": (Vocabulary.AUDIENCE, "doelgroep"),
                "standards": (Vocabulary.STANDARD, "standard"),
            },
        ),
        Codes(name="languages", label=_("languages")),
        Number(name="duration_days", label=_("duration in days"), whole=False),
        Number(name="group_size", label=_("largest group")),
        *plain_columns(Course, "place", "price_as_of", "registration_url"),
    ]


importable(
    Kind(
        "courses",
        _("Courses"),
        Course,
        course_columns,
        required=("provider",),
        left_out=("url", "updated", "nlqf", "next_start", *PLACE),
    )
)
