"""Organisations, facilities and buildings with what their lists and profiles show, in a fixed number of queries."""

from typing import Self

from parkportal.core.querysets import RecordQuerySet


class OrganisationQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Organisations with what goes with them."""

    def present(self) -> Self:
        """Those that the public may see and that are not gone."""
        from .models.dated import gone  # Models stand on querysets.

        states = self.model._meta.get_field("states").related_model.objects.all()
        return self.visible().exclude(pk__in=gone(states).values("organisation"))

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.with_rows("states").prefetch_related("locations__building")

    def for_profile(self) -> Self:
        """What the profile shows of the organisation itself."""
        terms = ("other_sectors", "phases", "modalities", "therapy_areas", "services")
        return self.select_related("picture", "logo").with_rows("names", "states", "contacts", *terms)


class FacilityQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Facilities with what goes with them."""

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.select_related("operator__sector").with_rows(
            "standards", "access_groups", "states", "kinds", "techniques"
        )

    def for_profile(self) -> Self:
        """What the profile shows of the facility itself."""
        rows = ("rooms", "standards", "states", "contacts", "claims")
        terms = ("kinds", "techniques", "access_groups", "access_modes")
        related = self.select_related("operator__sector", "operator__triple_helix", "building", "picture")
        return related.with_rows(*rows, *terms)


class BuildingQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Buildings with what goes with them."""

    def on_the_plan(self) -> Self:
        """Those whose position is known."""
        return self.filter(latitude__isnull=False, longitude__isnull=False)

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.with_rows("states")

    def for_profile(self) -> Self:
        """What the profile shows of the building itself."""
        return self.select_related("operator").with_rows("entrances", "states")
