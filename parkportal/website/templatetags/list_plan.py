"""The park's plan beside a list: only the buildings of what was found."""

from typing import Any

from django import template
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ..plan import plan_of

register = template.Library()


@register.inclusion_tag("components/list_plan.html")
def list_plan(records: QuerySet[Any]) -> dict[str, Any]:
    """Where the found organisations or facilities are; nothing while the park has no plan."""
    return {
        "plan": plan_of(records),
        "plan_id": "list-plan",
        "variant": "map",
        "title": _("Where these are on the park"),
        "description": _(
            "An approximate plan of the park with a dot for each building that has something in this list."
        ),
    }
