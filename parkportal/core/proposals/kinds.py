"""What can be proposed, each kind declared by the app whose things it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import Proposal
from .fields import ProposedField

Make = Callable[[Proposal, dict[str, Any]], Model]


def may_publish(user: Any, model: type[Model]) -> bool:
    """Whether somebody may publish records of a model."""
    return bool(ModelPermissionPolicy(model).user_has_permission(user, "publish"))


@dataclass(frozen=True)
class Kind:
    """A kind of proposal.

    ``make`` makes a draft of the accepted values, by name, where a new thing was proposed; it may raise
    ValidationError for what is missing. ``may_decide`` asks whether a user may, if that is not the right to publish
    the model's records.
    """

    key: str
    label: str | Promise
    model: type[Model]
    fields: tuple[ProposedField, ...]
    make: Make | None = None
    may_decide: Callable[[Any, type[Model]], bool] = may_publish

    def field(self, name: str) -> ProposedField | None:
        """One of the fields; None for one that is no longer declared."""
        return next((field for field in self.fields if field.name == name), None)

    def allows(self, user: Any) -> bool:
        """Whether a user may accept and refuse such proposals."""
        return bool(user.is_active and self.may_decide(user, self.model))


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Make a kind known."""
    _kinds[kind.key] = kind
    return kind


def kind_named(key: str) -> Kind | None:
    """A kind by its key; None for one that is no longer declared."""
    return _kinds.get(key)


def kinds_for(user: Any) -> list[str]:
    """The keys of the kinds that a user may decide on."""
    return [kind.key for kind in _kinds.values() if kind.allows(user)]
