from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """What every app stands on."""

    name = "parkportal.core"
    label = "core"
    verbose_name = _("Basics")

    def ready(self) -> None:
        """Connect the receivers."""
        from wagtail.admin.viewsets.chooser import ChooserViewSet

        from . import receivers  # noqa: F401
        from .checks import furniture, language, letters, links, names  # noqa: F401
        from .desk import broken, images, proposals, publishing, records, translations  # noqa: F401
        from .explained import explain_basics
        from .proposals import forgetting  # noqa: F401
        from .review_mails import connect
        from .search.synonym_loader import load_synonyms
        from .vocabulary_loader import load_vocabularies

        connect()
        explain_basics()
        ChooserViewSet.search_tab_label = _("Search")  # Wagtail's is in the language of the settings for everybody.
        post_migrate.connect(load_vocabularies, sender=self)
        post_migrate.connect(load_synonyms, sender=self)
