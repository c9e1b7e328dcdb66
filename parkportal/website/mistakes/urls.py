"""The addresses of the forms, below “something-wrong/” in each language."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from .views import MistakeSentView, MistakeView

PATHS: dict[str, tuple[Any, Any]] = {
    "organisation": (_("organisation/<slug:key>/"), _("organisation/<slug:key>/sent/")),
    "facility": (_("facility/<slug:key>/"), _("facility/<slug:key>/sent/")),
    "equipment": (_("equipment/<slug:key>/"), _("equipment/<slug:key>/sent/")),
    "building": (_("building/<slug:key>/"), _("building/<slug:key>/sent/")),
    "course": (_("course/<slug:key>/"), _("course/<slug:key>/sent/")),
    "programme": (_("programme/<slug:key>/"), _("programme/<slug:key>/sent/")),
    "partnership": (_("partnership/<slug:key>/"), _("partnership/<slug:key>/sent/")),
    "internship": (_("internship/<slug:key>/"), _("internship/<slug:key>/sent/")),
    "event": (_("event/<slug:key>/"), _("event/<slug:key>/sent/")),
}


def _addresses() -> Iterator[URLPattern]:
    for kind, (form, sent) in PATHS.items():
        yield path(form, MistakeView.as_view(kind=kind), name=f"mistake-{kind}")
        yield path(sent, MistakeSentView.as_view(kind=kind), name=f"mistake-{kind}-sent")


urlpatterns = list(_addresses())
