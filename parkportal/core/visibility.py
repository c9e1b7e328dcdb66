"""The one rule that says what the public may see. Nothing else asks whether something is live."""

from functools import reduce
from operator import and_
from typing import Any, Self

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, PageViewRestriction
from wagtail.query import PageQuerySet


def published_q(prefix: str = "") -> Q:
    """Published, its time has come and has not passed. The clock decides, not a job that may be late.

    ``prefix`` leads to a related model: ``person__``.
    """
    now = timezone.now()
    begun = Q(**{f"{prefix}go_live_at__isnull": True}) | Q(**{f"{prefix}go_live_at__lte": now})
    not_ended = Q(**{f"{prefix}expire_at__isnull": True}) | Q(**{f"{prefix}expire_at__gt": now})
    return Q(**{f"{prefix}live": True}) & begun & not_ended


def visible_q(model: type[models.Model]) -> Q:
    """Published, and so is what it is only shown with: a role with its person."""
    return reduce(and_, (published_q(f"{name}__") for name in _shown_with(model)), published_q())


def unrestricted_q() -> Q:
    """No view restriction on the page or above it, asked in the same query."""
    restrictions = PageViewRestriction.objects.alias(page_path=ExpressionWrapper(OuterRef("path"), models.CharField()))
    return ~Q(Exists(restrictions.filter(page_path__startswith=F("page__path"))))


class VisibleQuerySet(models.QuerySet[Any]):
    """A queryset of records that knows what the public may see."""

    def visible(self) -> Self:
        """What the public may see now."""
        return self.filter(visible_q(self.model))


class VisiblePageQuerySet(PageQuerySet):  # type: ignore[misc]
    """A queryset of pages that knows what the public may see."""

    def visible(self) -> Self:
        """What the public may see now."""
        return self.filter(published_q(), unrestricted_q())

    def matching(self, text: str) -> Self:
        """The pages that answer a text."""
        from .search.finding import matching  # The index stands on visibility.

        return matching(self, text)

    def for_serving(self) -> Self:
        """With what every page of the type shows of itself."""
        return self.select_related("locale", *self.model.shown_with)


def visible_pages() -> VisiblePageQuerySet:
    """The pages of every type that the public may see now."""
    return VisiblePageQuerySet(Page).visible()


def is_published(obj: DraftStateMixin) -> bool:
    """``visible_q`` asked of an object at hand."""
    now = timezone.now()
    return bool(
        obj.live
        and (obj.go_live_at is None or obj.go_live_at <= now)
        and (obj.expire_at is None or obj.expire_at > now)
        and all(is_published(getattr(obj, name)) for name in _shown_with(type(obj)))
    )


def _shown_with(model: type[models.Model]) -> tuple[str, ...]:
    return getattr(model, "only_shown_with", ())


def is_visible(obj: models.Model) -> bool:
    """Whether the public may see this page or record now."""
    if isinstance(obj, Page):
        return visible_pages().filter(pk=obj.pk).exists()
    return bool(type(obj)._default_manager.filter(visible_q(type(obj)), pk=obj.pk).exists())


def shown[AnyRecord: DraftStateMixin](record: AnyRecord | None) -> AnyRecord | None:
    """The record if the public may see it, so that an unpublished one is neither linked nor named."""
    return record if record is not None and is_published(record) else None
