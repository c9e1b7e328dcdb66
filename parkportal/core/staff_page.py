"""What our own pages in the admin share."""

from typing import Any

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class StaffPage(WagtailAdminTemplateMixin):  # type: ignore[misc]
    """A page of the admin that says in its head what it is. Wagtail's own says only what it stands below."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The path, and the page itself at its end."""
        itself = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), itself]
