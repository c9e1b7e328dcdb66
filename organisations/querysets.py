"""Organisations, facilities and buildings with what their lists and profiles show, in a fixed number of queries."""

from typing import Self

from django.db.models import Count, Model, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from parkportal.core.models import ParkImage
from parkportal.core.partial_date import holds_q
from parkportal.core.querysets import RecordQuerySet
from parkportal.core.visibility import VisibleQuerySet, published_q

from .uniquip import PHOTO_SIZE


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

    def for_hits(self) -> Self:
        """With its states."""
        return self.with_rows("states")

    def for_profile(self) -> Self:
        """What the profile shows of the organisation itself."""
        terms = ("other_sectors", "phases", "modalities", "therapy_areas", "services")
        return self.select_related("picture", "logo").with_rows(
            "names", "states", "contacts", "locations__building", *terms
        )


class FacilityQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Facilities with what goes with them."""

    def used_by(self, organisation: Model) -> Self:
        """Those that an organisation runs, or shares today with who runs them."""
        shared = self.model._meta.get_field("partners").related_model.objects.filter(
            holds_q("since", "until"), organisation=organisation.pk
        )
        return self.filter(Q(operator=organisation.pk) | Q(pk__in=shared.values("facility")))

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        related = self.select_related("operator__sector", "building").annotate(equipment_count=self._equipment_count())
        return related.with_rows("standards", "access_groups", "states", "kinds", "techniques")

    def for_hits(self) -> Self:
        """With its states."""
        return self.with_rows("states")

    def for_profile(self) -> Self:
        """What the profile shows of the facility itself."""
        rows = ("partners__organisation", "rooms", "standards", "states", "contacts", "claims")
        terms = ("kinds", "techniques", "access_groups", "access_modes")
        related = self.select_related("operator__sector", "operator__triple_helix", "building", "picture")
        return related.with_rows(*rows, *terms)

    def _equipment_count(self) -> Coalesce:
        """How many instruments of a facility the public may see."""
        # A plain QuerySet, because modeltranslation's groups by every column.
        equipment = QuerySet(model=self.model._meta.get_field("equipment").related_model)
        found = equipment.filter(published_q(), facility=OuterRef("pk")).order_by().values("facility")
        return Coalesce(Subquery(found.annotate(total=Count("pk")).values("total")), 0)


class EquipmentQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Equipment with what goes with it."""

    def visible(self) -> Self:
        """What the public may see now: an instrument no more than its facility."""
        return super().visible().filter(facility__in=self._facilities.visible())

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.select_related("facility__operator__sector").with_rows("techniques")

    def for_files(self) -> Self:
        """What a row of a file holds."""
        rows = ("techniques", "access_groups", "access_modes", "contacts")
        photos = Prefetch("picture", ParkImage.objects.prefetch_renditions(PHOTO_SIZE))
        related = self.select_related("facility__building").with_rows(*rows)
        return related.prefetch_related("facility__contacts", photos)

    def for_profile(self) -> Self:
        """What the profile shows: the instrument, and its facility with how one gets in."""
        facilities = self._facilities.for_profile()
        rows = ("techniques", "access_groups", "access_modes", "contacts")
        return self.select_related("picture").with_rows(*rows).prefetch_related(Prefetch("facility", facilities))

    @property
    def _facilities(self) -> FacilityQuerySet:
        return self.model._meta.get_field("facility").related_model.objects.all()


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


class PersonQuerySet(VisibleQuerySet):
    """People. The public finds only those with a page of their own."""

    def with_page(self) -> Self:
        """Those with a page."""
        return self.filter(has_page=True)

    def with_slug(self, slug: str) -> Self:
        """The person at an address, the same in every language."""
        return self.filter(slug=slug)

    def once_at(self, slug: str) -> Self:
        """Nobody: a person's old address is not kept."""
        return self.none()

    def in_order(self) -> Self:
        """By family name."""
        return self.order_by("family_name", "given_name", "pk")

    def matching(self, text: str) -> Self:
        """The people found by their names or functions."""
        from parkportal.core.search.finding import matching  # The index stands on visibility.

        roles = self.model._meta.get_field("roles").related_model.objects.visible()
        return self.filter(pk__in=matching(roles, text).values("person"))


class RoleQuerySet(VisibleQuerySet):
    """Roles; the public sees one with its person or not at all."""

    def with_names(self) -> Self:
        """With what naming the role takes."""
        return self.select_related("person", "organisation")
