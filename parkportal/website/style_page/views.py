"""The style page: one language and one theme at a time, so that every id on it is unique."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from parkportal.core.frame import language_link
from parkportal.core.languages import LANGUAGE_CODES, current_language

from ..site_frame import site_frame
from .example import in_language
from .samples import Sample, samples, sheets
from .things import THINGS

THEMES = {"day": _("By day"), "night": _("By night")}


def style_page(request: HttpRequest, language: str = "", theme: str = "") -> HttpResponse:
    """Every component in one language and one theme; without them, in the reader's language by day."""
    if not language:
        return redirect("style_page", current_language(), next(iter(THEMES)))
    if language not in LANGUAGE_CODES or theme not in THEMES:
        raise Http404
    with translation.override(language):
        shown = [_shown(request, sample) for sample in samples()]
        components = [(name, list(group)) for name, group in groupby(shown, key=lambda each: each["sample"].template)]
        context = {
            "components": components,
            "language": language,
            "theme": theme,
            "ways": [
                {"label": _("Language"), "links": [_way(language_name(code), code, theme) for code in LANGUAGE_CODES]},
                {"label": _("Theme"), "links": [_way(label, language, key) for key, label in THEMES.items()]},
            ],
            "sheets": sheets(),
        }
        return render(request, "staff/style_page.html", context)


def language_name(code: str) -> str:
    """A language in its own words."""
    return str(get_language_info(code)["name_local"]).capitalize()


def _way(label: Any, language: str, theme: str) -> dict[str, Any]:
    return {"label": label, "url": reverse("style_page", args=[language, theme])}


def _shown(request: HttpRequest, sample: Sample) -> dict[str, Any]:
    """A sample with what its template makes of it."""
    language = current_language()
    context = _frame(language) | in_language(sample.context, language, THINGS)
    html = render_to_string(sample.template, context, request=request)
    return {"sample": sample, "state": in_language(sample.state, language, THINGS), "html": html}


def _frame(language: str) -> dict[str, Any]:
    """What every public page has around it."""
    around = site_frame()
    links = [language_link(code, f"/{code}/", exists=True, current=language) for code in LANGUAGE_CODES]
    return {
        "park": around.park,
        "navigation": {"header": around.header, "footer": around.footer},
        "search_url": reverse("search"),
        "home_url": f"/{language}/",
        "footer_plan": around.park.strip,
        "language_links": links,
        "canonical_url": reverse("search"),
    }
