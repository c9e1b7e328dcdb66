"""Organisations and facilities with what their lists and profiles show, in a fixed number of queries."""

from typing import Self

from parkportal.core.querysets import RecordQuerySet


class OrganisationQuerySet(RecordQuerySet):
    """Organisations with what goes with them."""

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.select_related("organisation_type", "sector").prefetch_related("states__state", "locations__building")


class FacilityQuerySet(RecordQuerySet):
    """Facilities with what goes with them."""

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.select_related("operator", "building").prefetch_related(
            "kinds", "techniques", "access_groups", "standards__standard", "standards__status", "states__state"
        )
