"""The park's plan beside a list: only the buildings of what was found."""

from typing import Any

from django import template
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from organisations.models import Facility, Organisation
from organisations.models.map_page import facilities_step
from parkportal.core.languages import current_language

from ..plan import plan_of

register = template.Library()


@register.inclusion_tag("components/list_plan.html", takes_context=True)
def list_plan(context: dict[str, Any], records: QuerySet[Any]) -> dict[str, Any]:
    """Where the found organisations or facilities are; nothing while the park has no plan."""
    return {
        "plan": plan_of(records),
        "map_url": _map_url(context, records.model),
        "plan_id": "list-plan",
        "variant": "map",
        "title": _("Where these are on the park"),
        "description": _(
            "An approximate plan of the park with a dot for each building that has something in this list."
        ),
    }


def _map_url(context: dict[str, Any], model: type[Model]) -> str:
    """The map of the same list, where there is one."""
    url, listing = context.get("map_url"), context.get("listing")
    if not url or not listing or model not in (Organisation, Facility):
        return ""
    step = f"{facilities_step(current_language())}/" if model is Facility else ""
    return f"{url}{step}?{listing.querystring}" if listing.querystring else f"{url}{step}"
