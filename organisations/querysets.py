"""Organisations and facilities with what their lists and profiles show, in a fixed number of queries."""

from typing import Self

from parkportal.core.querysets import RecordQuerySet
from parkportal.core.text_search import matching
from parkportal.core.visibility import VisibleQuerySet


class OrganisationQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Organisations with what goes with them."""

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.with_rows("states").prefetch_related("locations__building")

    def for_profile(self) -> Self:
        """What the profile shows of the organisation itself."""
        terms = ("other_sectors", "phases", "modalities", "therapy_areas")
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


class PersonQuerySet(VisibleQuerySet):
    """People. The public finds only those with a page of their own."""

    def with_page(self) -> Self:
        """Those with a page."""
        return self.filter(has_page=True)

    def with_slug(self, slug: str) -> Self:
        """The person at an address, the same in every language."""
        return self.filter(slug=slug)

    def in_order(self) -> Self:
        """By family name."""
        return self.order_by("family_name", "given_name", "pk")

    def matching(self, text: str) -> Self:
        """The people in whose names every word of the text stands."""
        return matching(self, text, ["given_name", "infix", "family_name"])


class RoleQuerySet(VisibleQuerySet):
    """Roles; the public sees one with its person or not at all."""

    def with_names(self) -> Self:
        """With what naming the role takes."""
        return self.select_related("person", "organisation")
