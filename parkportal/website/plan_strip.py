"""The plan as a wide strip without its places, the texture of the footer: a drawing of its own that browsers keep."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from organisations.plan import Plan, View, draw_plan

from .models import ParkSettings

BLEED = 0.3
YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class PlanStrip:
    """Where the drawing is; the address changes with the plan."""

    url: str
    view_box: str


def plan_strip(plan: dict[str, Any]) -> PlanStrip | None:
    """The strip of a plan that has one."""
    drawing = _drawing(plan)
    return PlanStrip(f"{reverse('plan-strip')}?v={_version(plan)}", drawing.view_box) if drawing else None


@require_safe
def plan_strip_file(request: HttpRequest) -> HttpResponse:
    """The drawing. Its colours are those of the page that uses it."""
    plan = ParkSettings.load().plan
    drawing = _drawing(plan)
    if drawing is None:
        raise Http404
    response = render(request, "website/plan_strip.svg", {"plan": drawing}, content_type="image/svg+xml")
    if request.GET.get("v") == _version(plan):
        patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response


def _drawing(plan: dict[str, Any]) -> Plan | None:
    if "strip" not in plan.get("views", {}):
        return None
    return draw_plan(plan, view=View.named(plan, "strip", bleed=BLEED))


def _version(plan: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(plan, sort_keys=True).encode()).hexdigest()[:12]
