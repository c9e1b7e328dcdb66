"""Filters of the admin's lists."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from parkportal.core.models import Term, Vocabulary
from parkportal.core.partial_date import holds_q
from parkportal.core.record_lists import RecordFilterSet


def states(request: Any) -> QuerySet[Term]:
    """The states that something can be in."""
    return Term.objects.filter(vocabulary=Vocabulary.ORGANISATION_STATE)


class WithStateFilterSet(RecordFilterSet):
    """Records with states in time, by the state that holds today."""

    state = django_filters.ModelChoiceFilter(label=capfirst(_("state")), queryset=states, method="by_state")

    def by_state(self, records: QuerySet[Any], name: str, state: Term) -> QuerySet[Any]:
        """In that state today."""
        rows: Any = records.model._meta.get_field("states")
        now = rows.related_model.objects.filter(holds_q("since", "ends"), state=state)
        return records.filter(pk__in=now.values(rows.remote_field.attname))
