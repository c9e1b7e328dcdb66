"""The living style page for staff: every component in each of its states, from the real templates."""

from .samples import Sample, samples
from .views import style_page

__all__ = ["Sample", "samples", "style_page"]
