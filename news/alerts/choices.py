"""What somebody asks for, on its way from the form through the outbox to the subscription."""

from dataclasses import asdict, dataclass
from typing import Any, Self

from wagtail.models import Locale

from parkportal.core.models import Term, Vocabulary

from ..models import AlertSubscription


@dataclass(frozen=True)
class Choices:
    """Which news somebody wants; no sector and not the park means everything."""

    content: str
    languages: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    about_park: bool = False

    @classmethod
    def of(cls, subscription: AlertSubscription) -> Self:
        """What a subscription is to."""
        return cls(
            content=subscription.content,
            languages=tuple(subscription.locales.values_list("language_code", flat=True)),
            sectors=tuple(subscription.sectors.values_list("identifier", flat=True)),
            about_park=subscription.about_park,
        )

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """Out of JSON."""
        return cls(**data | {"languages": tuple(data["languages"]), "sectors": tuple(data["sectors"])})

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    def set_on(self, subscription: AlertSubscription) -> None:
        """Make them a saved subscription's."""
        subscription.content, subscription.about_park = self.content, self.about_park
        subscription.save(update_fields=["content", "about_park"])
        subscription.locales.set(Locale.objects.filter(language_code__in=self.languages))
        subscription.sectors.set(Term.objects.filter(vocabulary=Vocabulary.SECTOR, identifier__in=self.sectors))
