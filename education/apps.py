from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EducationConfig(AppConfig):
    """Courses, programmes and partnerships."""

    name = "education"
    label = "education"
    verbose_name = _("Education")

    def ready(self) -> None:
        """Add the sections to the profiles of the directory, and say what names a person."""
        from . import cached_pages, registered_names, sections  # noqa: F401
        from .calendar import events, runs  # noqa: F401
        from .explained import explain_education
        from .proposals import internship_kind, kind  # noqa: F401

        explain_education()
