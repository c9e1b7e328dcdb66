"""The one rule that says what the public may see. Nothing else asks whether something is live."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, PageViewRestriction
from wagtail.query import PageQuerySet


def published_q() -> Q:
    """Published, its time has come and has not passed. The clock decides, not a job that may be late."""
    now = timezone.now()
    return (
        Q(live=True)
        & (Q(go_live_at__isnull=True) | Q(go_live_at__lte=now))
        & (Q(expire_at__isnull=True) | Q(expire_at__gt=now))
    )


def unrestricted_q() -> Q:
    """No view restriction on the page or above it, asked in the same query."""
    restrictions = PageViewRestriction.objects.alias(page_path=ExpressionWrapper(OuterRef("path"), models.CharField()))
    return ~Q(Exists(restrictions.filter(page_path__startswith=F("page__path"))))


class VisibleQuerySet(models.QuerySet[Any]):
    """A queryset of records that knows what the public may see."""

    def visible(self) -> Self:
        """What the public may see now."""
        return self.filter(published_q())


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
    """``published_q`` asked of an object at hand."""
    now = timezone.now()
    return bool(
        obj.live
        and (obj.go_live_at is None or obj.go_live_at <= now)
        and (obj.expire_at is None or obj.expire_at > now)
    )


def is_visible(obj: models.Model) -> bool:
    """Whether the public may see this page or record now."""
    if isinstance(obj, Page):
        return visible_pages().filter(pk=obj.pk).exists()
    return bool(type(obj)._default_manager.filter(published_q(), pk=obj.pk).exists())


def shown[AnyRecord: DraftStateMixin](record: AnyRecord | None) -> AnyRecord | None:
    """The record if the public may see it, so that an unpublished one is neither linked nor named."""
    return record if record is not None and is_published(record) else None
