"""What staff upload as an image can be shown everywhere, or is refused with what to do about it."""

import io
import struct
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from parkportal.core.models import ParkImage
from tests.factories.staff import ADMINISTRATORS, as_role

DAMAGED = "This picture can&#x27;t be shown"


def png(picture: Any, **options: Any) -> bytes:
    target = io.BytesIO()
    picture.save(target, "PNG", **options)
    return target.getvalue()


def torn_exif() -> bytes:
    """A picture to be turned, whose EXIF gives its width as text."""
    turned = struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    width = struct.pack("<HHI4s", 0x0100, 2, 1, b"ab")
    return png(Image.new("RGB", (64, 64)), exif=b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + turned + width + bytes(4))


REFUSED: dict[str, Callable[[], bytes]] = {
    "torn EXIF": torn_exif,
    "cut off": lambda: png(Image.effect_noise((200, 200), 50))[:2000],
    "16 bits, as a microscope makes": lambda: png(Image.new("I;16", (64, 64), 300)),
}


def upload(client: Client, data: bytes) -> Any:
    file = SimpleUploadedFile("a.png", data)
    fields = {"title": "A picture", "file": file, "collection": Collection.objects.get().pk}
    return client.post(reverse("wagtailimages:add"), fields)


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.django_db
def test_what_no_sizes_can_be_made_of_is_refused(name: str) -> None:
    client = as_role(ADMINISTRATORS)
    answer = upload(client, REFUSED[name]())
    assert (answer.status_code, ParkImage.objects.count()) == (200, 0)
    assert DAMAGED in answer.content.decode()
    assert client.get(reverse("wagtailimages:index")).status_code == 200


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "P", "1", "L"])
@pytest.mark.django_db
def test_every_common_kind_of_colour_is_taken(mode: str) -> None:
    answer = upload(as_role(ADMINISTRATORS), png(Image.new(mode, (64, 64))))
    assert (answer.status_code, ParkImage.objects.count()) == (302, 1)
    assert ParkImage.objects.get().get_rendition("width-32|format-jpeg").width == 32
