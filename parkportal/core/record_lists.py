"""The lists of records in the admin: what they show, by what they are filtered, and their download."""

import datetime
from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import CharField, Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.models import Revision, WorkflowState
from wagtail.snippets.views.snippets import IndexView

from .exports import unspoilt
from .models import Record
from .models.record import DAYS_UNTIL_OLD
from .translating.missing import missing_in, missing_q

CONFIRMED_COLUMN = DateColumn("confirmed_on", label=_("Confirmed on"), sort_key="confirmed_on")


def missing_texts(record: Any) -> str:
    """The languages with how many texts they lack."""
    languages = [missing.language for missing in missing_in(record)]
    return ", ".join(f"{language}: {languages.count(language)}" for language in dict.fromkeys(languages))


MISSING_COLUMN = Column("missing", label=_("Missing texts"), accessor=missing_texts)


class Confirmed(models.TextChoices):
    """How long ago somebody said that a record is right."""

    NEVER = "never", _("never")
    OLD = "old", _("more than a year ago")
    LATELY = "lately", _("in the last year")


class Texts(models.TextChoices):
    """Whether every text is there in every language."""

    COMPLETE = "complete", _("in every language")
    MISSING = "missing", _("some in one language only")


class RecordFilterSet(WagtailFilterSet):
    """What every list of records is filtered by."""

    confirmed = django_filters.ChoiceFilter(label=capfirst(_("confirmed")), choices=Confirmed, method="by_confirmation")
    texts = django_filters.ChoiceFilter(label=_("Texts"), choices=Texts, method="by_texts")

    def by_confirmation(self, records: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Confirmed never, long ago, or lately."""
        year_ago = timezone.localdate() - datetime.timedelta(days=DAYS_UNTIL_OLD)
        conditions = {
            Confirmed.NEVER: Q(confirmed_on=None),
            Confirmed.OLD: Q(confirmed_on__lt=year_ago),
            Confirmed.LATELY: Q(confirmed_on__gte=year_ago),
        }
        return records.filter(conditions[Confirmed(value)])

    def by_texts(self, records: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """With all texts, or with some that are missing in a language."""
        lacks = missing_q(records.model)
        return records.filter(lacks if value == Texts.MISSING else ~lacks)


def record_filters(model: type[Record], *names: str, base: type[RecordFilterSet] = RecordFilterSet) -> type[Any]:
    """The filters of one kind of record: these fields of its own, then what all have."""
    meta = type("Meta", (), {"model": model, "fields": [*names, "live"]})
    return type(f"{model.__name__}FilterSet", (base,), {"Meta": meta})


class WithSafeDownload:
    """A list whose download holds no formula."""

    def write_csv_row(self, writer: Any, row_dict: dict[str, Any]) -> Any:
        """Cells that a spreadsheet would take for formulas are made texts."""
        safe = {name: unspoilt(value) for name, value in row_dict.items()}
        return super().write_csv_row(writer, safe)  # type: ignore[misc]


class ListedView(WithSafeDownload, IndexView):
    """A list that fetches in one query what its columns name."""

    shown_with: tuple[str, ...] = ()

    def get_base_queryset(self) -> QuerySet[Any]:
        """With what the columns name, and what their state is told by."""
        records = super().get_base_queryset()
        plans = Revision.objects.filter(
            base_content_type=ContentType.objects.get_for_model(self.model),
            object_id=Cast(OuterRef("pk"), CharField()),
            approved_go_live_at__isnull=False,
        )
        reviews = WorkflowState.objects.active().select_related("current_task_state__task")
        records = records.annotate(_approved_schedule=Exists(plans)).prefetch_related(
            Prefetch("_workflow_states", reviews, to_attr="_current_workflow_states")
        )
        return records.select_related(*self.shown_with) if self.shown_with else records
