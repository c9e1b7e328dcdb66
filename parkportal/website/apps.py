from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class WebsiteConfig(AppConfig):
    """What composes the apps into a site."""

    name = "parkportal.website"
    label = "website"
    verbose_name = _("Website")

    def ready(self) -> None:
        """Connect the receivers."""
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from . import registered_names  # noqa: F401
        from .enquiries import delivery  # noqa: F401 -- registers what sends and what erases.
        from .mistakes import kinds  # noqa: F401
        from .models import Menu, ParkSettings
        from .roles import make_roles, open_section, section_models
        from .signin import log, new_password, sessions, telling  # noqa: F401 -- registers what notes, mails and erases.
        from .site_frame import forget_site_frame

        for model in (Menu, ParkSettings):
            post_save.connect(forget_site_frame, sender=model, dispatch_uid=f"forget_site_frame_{model.__name__}")
        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(forget_site_frame, dispatch_uid="forget_site_frame")
        for page in section_models():
            post_save.connect(open_section, sender=page, dispatch_uid=f"open_section_{page.__name__}")
        post_migrate.connect(make_roles, dispatch_uid="make_roles")
