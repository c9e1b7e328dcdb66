"""What staff may do with a page, beyond Wagtail's rights by place in the tree: some only translate, some is hidden."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from wagtail.models import PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy

TRANSLATE = "translate"
CHANGE = "change"
HiddenPages = Callable[[Any], QuerySet[Any] | None]
_hidden: list[HiddenPages] = []


def hides_pages(rule: HiddenPages) -> HiddenPages:
    """Register which pages somebody of the staff must not see: a function that gives them, or None for none."""
    _hidden.append(rule)
    return rule


def hidden_pages(user: Any) -> list[Any]:
    """The pages that somebody must not see, by rule."""
    return [pages for rule in _hidden if (pages := rule(user)) is not None]


def without_hidden(pages: Any, user: Any) -> Any:
    """The pages but those that somebody must not see."""
    for hidden in hidden_pages(user):
        pages = pages.exclude(pk__in=hidden.values("pk"))
    return pages


class PageRights(PagePermissionTester):
    """What somebody may do with one page.

    With a hidden page nothing; with “translate” as their only right, write a translation but not what was written
    first.
    """

    def __init__(self, user: Any, page: Any) -> None:
        self.permissions: set[str] = set()
        self.is_hidden = user.is_active and page.is_hidden_from(user)
        super().__init__(AnonymousUser() if self.is_hidden else user, page)
        self.only_translates = TRANSLATE in self.permissions and CHANGE not in self.permissions
        if self.only_translates and page.is_translation:
            self.permissions.add(CHANGE)

    def user_has_lock(self) -> bool:
        """Nobody has the lock of a page that they must not see."""
        return not self.is_hidden and bool(super().user_has_lock())

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Whoever only translates deletes nothing."""
        return not self.only_translates and bool(super().can_delete(ignore_bulk))

    def can_view_revisions(self) -> bool:
        """Nothing of a hidden page."""
        return not self.is_hidden and bool(super().can_view_revisions())


class PagePolicy(PagePermissionPolicy):
    """The same for lists of pages. Translators find all pages; what they may do is told by ``PageRights``."""

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        """Who translates changes some page."""
        return bool(super().user_has_any_permission(user, _with_translating(actions)))

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        """Nothing of a hidden page."""
        if instance.permissions_for_user(user).__dict__.get("is_hidden"):
            return False
        return bool(super().user_has_any_permission_for_instance(user, actions, instance))

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        """Without hidden pages."""
        return without_hidden(super().instances_user_has_any_permission_for(user, _with_translating(actions)), user)

    def instances_with_direct_explore_permission(self, user: Any) -> Any:
        """Translators begin where their right does."""
        found = super().instances_with_direct_explore_permission(user)
        if user.is_superuser:
            return found
        translated = [
            permission.page
            for permission in self.get_cached_permissions_for_user(user)
            if permission.permission.codename == self._get_permission_codename(TRANSLATE)
        ]
        return [*found, *translated]


def _with_translating(actions: Iterable[str]) -> set[str]:
    return {*actions, TRANSLATE} if CHANGE in actions else {*actions}
