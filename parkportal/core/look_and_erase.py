"""What staff may look at and erase, but never write."""

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class LookAndErase(ModelPermissionPolicy):
    """Nobody adds or changes, not even who may do everything."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Looking and erasing, by whom the right was given to."""
        return action in ("view", "delete") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        """One of them."""
        return any(self.user_has_permission(user, action) for action in actions)
