"""The park's plan, large, with a pin for each place of a map."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.translation import gettext as _

from organisations.park_map import ParkMap
from parkportal.core.languages import current_language

from ..plan import map_plan
from ..site_frame import site_frame

register = template.Library()


@register.inclusion_tag("components/park_map.html")
def park_map(shown: ParkMap) -> dict[str, Any]:
    """The map of what a list found; from a tile server where the settings name one."""
    note = site_frame().park.plan.get(f"note_{current_language()}")
    return {
        "plan": map_plan(shown.places),
        "plan_id": "park-map",
        "variant": "large",
        "title": _("Map of the park"),
        "description": _("A pin for each place with a match, with how many. The list below holds the same."),
        "note": note or _("Drawn by hand and approximate. Not for measuring."),
        "tiles_url": settings.MAP_TILES_URL,
        "tiles_attribution": settings.MAP_TILES_ATTRIBUTION,
    }
