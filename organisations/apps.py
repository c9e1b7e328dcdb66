from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "organisations"
    label = "organisations"

    def ready(self) -> None:
        """Add the sections to the profiles."""
        from . import sections  # noqa: F401
