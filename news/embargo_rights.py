"""Which articles under embargo staff may see: their own, and all of them with the right to."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.cache import never_cache
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import ChosenMultipleView
from wagtail.models import Page

from parkportal.core.page_rights import hides_pages, without_hidden

from .models import Article

SEE_EMBARGOED = "news.see_embargoed"


@hides_pages
def embargoed_pages(user: Any) -> QuerySet[Any] | None:
    """Articles under embargo that somebody else wrote, unless the right is there."""
    if user.has_perm(SEE_EMBARGOED):
        return None
    return Article.objects.filter(embargo_until__gt=timezone.now()).exclude(owner=user.pk)


@hooks.register("construct_page_chooser_queryset")
def choose_among_what_may_be_seen(pages: Any, request: HttpRequest) -> Any:
    """A chooser names no hidden page."""
    return without_hidden(pages, request.user)


@hooks.register("register_permissions")
def rights_of_groups() -> QuerySet[Permission]:
    """The right stands among those of a group."""
    return Permission.objects.filter(content_type__app_label="news", codename="see_embargoed")


class ChosenMultiplePages(ChosenMultipleView):
    """What was chosen in a chooser; Wagtail's own would tell the title of any page."""

    def get(self, request: HttpRequest) -> Any:
        """The answer, but for hidden pages."""
        keys = [key for key in request.GET.getlist("id") if key.isascii() and key.isdigit() and len(key) < 19]
        found = without_hidden(Page.objects.filter(pk__in=keys), request.user)
        request.GET = request.GET.copy()  # type: ignore[assignment]
        request.GET.setlist("id", [str(page.pk) for page in found])  # type: ignore[attr-defined, misc]
        return super().get(request)


chosen_multiple_pages = never_cache(require_admin_access(ChosenMultiplePages.as_view()))
