from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Articles of every kind, the press room, alerts, and the register of figures."""

    name = "news"
    label = "news"
    verbose_name = _("News")

    def ready(self) -> None:
        """Add the sections to the profiles, say what names a person, tell of new articles, and add the rules."""
        from . import cached_pages, desk, going_public, sections  # noqa: F401
        from .alerts import mailing, pruning, subscribing  # noqa: F401
        from .checks import claims, embargo, figures, quotes  # noqa: F401
        from .explained import explain_news
        from .journalists import access  # noqa: F401
        from .proposals import kind  # noqa: F401

        explain_news()
