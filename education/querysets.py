"""Teaching and partnerships with what their lists and profiles show, in a fixed number of queries."""

from typing import Any, Self

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from parkportal.core.partial_date import holds_q
from parkportal.core.querysets import RecordQuerySet
from parkportal.core.visibility import published_q


class ProgrammeQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Programmes with what goes with them."""

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.select_related("institution__sector").with_rows("modes")

    def for_profile(self) -> Self:
        """What the profile shows that hangs on the record itself."""
        return self.select_related("institution", "level")


class InternshipQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Internships with what goes with them."""

    def closing_first(self) -> Self:
        """Those that close soonest, first."""
        return self.order_by("open_until", "pk")

    def closed_at(self, slug: str) -> bool:
        """Whether one was offered at this address and no longer is."""
        offered = self.with_slug(slug).filter(first_published_at__isnull=False)
        return bool(offered.filter(open_until__lt=timezone.localdate()).exists())

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.select_related("organisation__sector", "building").with_rows("levels", "sectors")

    def for_profile(self) -> Self:
        """What the profile shows that hangs on the record itself."""
        return self.for_rows()


class CourseQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Courses with what goes with them."""

    def with_next_run(self) -> Self:
        """With the next run that takes place as ``coming_runs``, alone; the others are not fetched."""
        runs = self.model._meta.get_field("runs").related_model.objects.coming().taking_place()
        return self.with_found_rows("coming_runs", runs.filter(course=OuterRef("pk"))[:1])

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        related = self.select_related("provider__sector", "facility__building")
        return related.with_rows("audience", "topics", "standards").with_next_run()

    def for_profile(self) -> Self:
        """What the profile shows that hangs on the record itself."""
        related = self.select_related("provider", "facility", "room__facility", "level", "picture")
        return related.with_rows("audience", "topics", "standards")


class CourseRunQuerySet(QuerySet[Any]):
    """Runs of courses. The public sees those of the courses that it may see."""

    def visible(self) -> Self:
        """The runs of visible courses."""
        return self.filter(course__in=self._courses.visible())

    def coming(self) -> Self:
        """Those that have not begun, the soonest first."""
        return self.filter(starts__gte=timezone.now()).exclude(state="done").order_by("starts", "pk")

    def taking_place(self) -> Self:
        """Those that are not cancelled."""
        return self.exclude(state="cancelled")

    def with_sessions(self) -> Self:
        """With the sessions and their rooms."""
        sessions = self.model._meta.get_field("sessions").related_model.objects.select_related("room__facility")
        return self.prefetch_related(Prefetch("sessions", sessions))

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        related = self.select_related(
            "course__provider__sector", "course__facility__building", "course__room__facility"
        )
        return related.with_sessions()

    def matching(self, text: str) -> Self:
        """The runs of courses in which every word of the text stands."""
        return self.filter(course__in=self._courses.matching(text))

    @property
    def _courses(self) -> CourseQuerySet:
        return self.model._meta.get_field("course").related_model.objects.all()


class PartnershipQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Partnerships with what goes with them."""

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.select_related("kind").annotate(member_count=self._member_count())

    def _member_count(self) -> Coalesce:
        """How many visible organisations are in a partnership today."""
        # A plain QuerySet, because modeltranslation's groups by every column.
        members = QuerySet(model=self.model._meta.get_field("members").related_model)
        held = members.filter(holds_q("since", "until"), published_q("organisation__"), partnership=OuterRef("pk"))
        counted = held.order_by().values("partnership").annotate(total=Count("organisation", distinct=True))
        return Coalesce(Subquery(counted.values("total")), 0)

    def for_profile(self) -> Self:
        """What the profile shows that hangs on the record itself."""
        return self.select_related("picture").with_rows("milestones", "activities", "results", "documents")


class EventQuerySet(RecordQuerySet):  # type: ignore[override]  # django-stubs gives each base a manager.
    """Events with what goes with them."""

    def coming(self) -> Self:
        """Those that are not over, the soonest first."""
        return self.filter(ends__gt=timezone.now()).order_by("starts", "pk")

    def past(self) -> Self:
        """Those that are over, the latest first."""
        return self.filter(ends__lte=timezone.now()).order_by("-starts", "-pk")

    def for_rows(self) -> Self:
        """What a row of a list shows."""
        return self.select_related("building", "facility__building").with_rows("audience")

    def with_organisers(self) -> Self:
        """With who organises them, in one query."""
        organisers = self.model._meta.get_field("organisers").related_model.objects
        return self.prefetch_related(Prefetch("organisers", organisers.select_related("organisation__sector")))

    def for_profile(self) -> Self:
        """What the profile shows of the event itself."""
        related = self.select_related("building", "facility__building", "partnership", "picture", "programme")
        return related.with_rows("audience").with_organisers()
