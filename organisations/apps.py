from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "organisations"
    label = "organisations"

    def ready(self) -> None:
        """Add the sections to the profiles, and say what names a person."""
        from . import cached_pages, registered_names, sections  # noqa: F401
