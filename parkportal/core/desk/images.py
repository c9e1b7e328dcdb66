"""Images that lack what a blind reader and a picture editor need."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry

from ..languages import in_every_language
from ..models import ParkImage
from .needs import Source, need

NEEDED = (*in_every_language("alt"), "credit", "licence")


def _missing(image: ParkImage) -> str:
    names = [str(ParkImage._meta.get_field(name).verbose_name) for name in NEEDED if not getattr(image, name)]
    return _("fill in: %(names)s") % {"names": get_text_list(names, ", ")}


@need(
    "images",
    label=_("Images without alternative text, credit or licence"),
    explanation=_("Such an image may not stand on a public page."),
    moment=_("Added"),
    order=110,
    remark=_missing,
)
def incomplete_images(user: Any) -> Iterator[Source]:
    """Those that this user may edit, where any of them lacks something."""
    policy = policy_registry.get_by_type(ParkImage)
    if not policy.user_has_permission(user, "change"):
        return
    lacks = Q()
    for name in NEEDED:
        lacks |= Q(**{name: ""}) | Q(**{f"{name}__isnull": True})
    mine = policy.instances_user_has_permission_for(user, "change")
    yield Source(mine.filter(lacks), by="created_at")
