from typing import ClassVar

from django.db import models

from parkportal.core.models import ParkImage

from .press_release import PressRelease


class PressImage(models.Model):
    """An image that a press release shows, kept with the release: what only a draft shows is not among them."""

    release = models.ForeignKey(PressRelease, on_delete=models.CASCADE, related_name="press_images")
    image = models.ForeignKey(ParkImage, on_delete=models.CASCADE, related_name="press_images")

    wagtail_reference_index_ignore: ClassVar[bool] = True  # The release itself refers to the image.

    class Meta:
        constraints = [models.UniqueConstraint(fields=("release", "image"), name="unique_press_image")]

    def __str__(self) -> str:
        return f"{self.image} · {self.release}"
