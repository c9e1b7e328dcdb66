"""The addresses of the forms, below “ask/” in each language."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import AskedView, AskView

urlpatterns = [
    path("", AskView.as_view(), name="ask-park"),
    path(_("sent/"), AskedView.as_view(), name="ask-park-sent"),
    path(_("facility/<slug:key>/"), AskView.as_view(kind="facility"), name="ask-facility"),
    path(_("facility/<slug:key>/sent/"), AskedView.as_view(kind="facility"), name="ask-facility-sent"),
    path(_("course/<slug:key>/"), AskView.as_view(kind="course"), name="ask-course"),
    path(_("course/<slug:key>/sent/"), AskedView.as_view(kind="course"), name="ask-course-sent"),
    path(_("partnership/<slug:key>/"), AskView.as_view(kind="partnership"), name="ask-partnership"),
    path(_("partnership/<slug:key>/sent/"), AskedView.as_view(kind="partnership"), name="ask-partnership-sent"),
    path(_("organisation/<slug:key>/"), AskView.as_view(kind="organisation"), name="ask-organisation"),
    path(_("organisation/<slug:key>/sent/"), AskedView.as_view(kind="organisation"), name="ask-organisation-sent"),
]
