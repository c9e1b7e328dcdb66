"""The park's own plan: a GeoJSON drawing and its buildings as shapes a template can write.

Pure Python without models or queries: a selector gives the places, a template draws the result.
"""

from organisations.plan.drawing import Plan, draw_plan
from organisations.plan.place import PlanPlace
from organisations.plan.view import View

__all__ = ["Plan", "PlanPlace", "View", "draw_plan"]
