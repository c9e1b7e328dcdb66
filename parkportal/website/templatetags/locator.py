"""The small crop of the park's plan that shows where a building is."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from organisations.models import Building
from organisations.plan import PlanPlace, View, draw_plan

register = template.Library()


@register.inclusion_tag("components/locator.html", takes_context=True)
def locator(context: dict[str, Any], building: Building | None, sector: str = "") -> dict[str, Any]:
    """The surroundings of a building; nothing where the building has no position or the park no plan."""
    park = context.get("park")
    if not park or not park.plan or building is None or building.position is None:
        return {}
    latitude, longitude = building.position
    place = PlanPlace(str(building), latitude, longitude, "", sector, 1, building.key)
    plan = draw_plan(park.plan, [place], view=View.around(latitude, longitude), here=building.key)
    return {
        "plan": plan,
        "plan_id": f"locator-{building.pk}",
        "variant": "locator",
        "title": _("Where %(building)s is") % {"building": building},
        "description": _("A part of the park's plan, approximate, with the building marked."),
    }
