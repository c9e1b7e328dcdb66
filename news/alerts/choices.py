"""What somebody asks for, on its way from the form through the outbox to the subscription."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from wagtail.models import Locale

from ..models import AlertSubject, AlertSubscription


@dataclass(frozen=True)
class Choices:
    """Which news somebody wants; no subject means everything."""

    content: str
    languages: tuple[str, ...]
    subjects: tuple[str, ...] = ()

    @classmethod
    def of(cls, subscription: AlertSubscription) -> Self:
        """What a subscription is to."""
        return cls(
            content=subscription.content,
            languages=tuple(subscription.locales.values_list("language_code", flat=True)),
            subjects=tuple(subscription.subjects.order_by("pk").values_list("name", flat=True)),
        )

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """Out of JSON."""
        return cls(**data | {"languages": tuple(data["languages"]), "subjects": tuple(data["subjects"])})

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    def set_on(self, subscription: AlertSubscription) -> None:
        """Make them a saved subscription's."""
        subscription.content = self.content
        subscription.save(update_fields=["content"])
        subscription.locales.set(Locale.objects.filter(language_code__in=self.languages))
        subscription.subjects.exclude(name__in=self.subjects).delete()
        rows = [AlertSubject(subscription=subscription, name=name) for name in self.subjects]
        AlertSubject.objects.bulk_create(rows, ignore_conflicts=True)
