"""What example data can't spell out: drawings, forms and pictures."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from organisations.models import Building, Facility, Organisation
from organisations.plan import Plan, PlanPlace, View, draw_plan
from parkportal.core.blocks.gallery import GalleryBlock
from parkportal.core.models import ParkImage
from parkportal.core.public_forms import GuardedForm

from ..plan import HOME_BLEED, PIN, park_plan
from ..site_frame import site_frame
from .drawings import chart, history, month, network, seats, surroundings


class ExampleForm(GuardedForm):
    """A form with each kind of field."""

    name = forms.CharField(label=_("Your name"))
    email = forms.EmailField(label=_("Your e-mail address"), help_text=_("The answer comes here."))
    message = forms.CharField(label=_("Your question"), widget=forms.Textarea, required=False)


def wrong_form() -> ExampleForm:
    """The form as it comes back."""
    form = ExampleForm({"name": "", "email": "iemand@", "message": "…"}, auto_id="wrong_%s")
    form.errors.pop("stamp", None)
    form.is_valid()
    return form


def picture() -> ParkImage | None:
    """A picture of the site, if it has one."""
    return ParkImage.objects.order_by("pk").first()


def gallery() -> Any:
    """Two of them."""
    block = GalleryBlock()
    return block.normalize([{"image": image} for image in ParkImage.objects.order_by("pk")[:2]])


def building() -> Building | None:
    """A building on the plan."""
    return Building.objects.visible().on_the_plan().order_by("pk").first()


def pins() -> Plan | None:
    """The map with three pins."""
    collection = site_frame().park.plan
    if not collection:
        return None
    view = View.named(collection, "full", bleed=HOME_BLEED, dot=PIN)
    spots = enumerate((("drug-development", 5), ("vaccines", 1), ("education", 2)))
    step = 0.002
    places = [
        PlanPlace(sector, view.latitude + at * step, view.longitude + at * step, "#", sector, count, sector)
        for at, (sector, count) in spots
    ]
    return draw_plan(collection, places, view=view)


def described() -> Organisation:
    """An organisation that says something of itself, in one language only."""
    return Organisation(description_nl="<p>Vaccinbedrijf in drie gebouwen, dat zelf geen Engelse tekst heeft.</p>")


def facility() -> Facility | None:
    """A facility that answers questions, if the site has one."""
    return Facility.objects.visible().order_by("pk").first()


THINGS: dict[str, Callable[[], Any]] = {
    "building": building,
    "chart": lambda: chart("chart"),
    "described": described,
    "facility": facility,
    "figure": lambda: history("figure")[0],
    "form": ExampleForm,
    "gallery": gallery,
    "half-circle": seats,
    "month": month,
    "network": network,
    "network-of-one": lambda: network(1),
    "park-plan": park_plan,
    "picture": picture,
    "pins": pins,
    "series": lambda: {"series": {"earlier": True, "figures": history("series")}, "chart": chart("series")},
    "series-newest": lambda: history("series")[0],
    "strip": lambda: site_frame().park.strip,
    "surroundings": surroundings,
    "table": lambda: history("table"),
    "wrong-form": wrong_form,
    "wrong-field": lambda: wrong_form()["email"],
}
