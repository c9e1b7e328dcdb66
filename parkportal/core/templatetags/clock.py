"""Moments with their zone."""

from django import template

from ..clock import in_full

register = template.Library()
register.filter("in_full", in_full)
