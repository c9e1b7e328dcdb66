from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "organisations"
    label = "organisations"
    verbose_name = _("Directory")

    def ready(self) -> None:
        """Add the sections to the profiles, and say what names a person."""
        from . import cached_pages, registered_names, sections  # noqa: F401
        from .entry import claim, kind, mails, rounds  # noqa: F401
        from .explained import explain_directory

        explain_directory()
