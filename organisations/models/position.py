from django.db import models
from django.utils.translation import gettext_lazy as _


class Position(models.Model):
    """A place on the plan, in WGS 84; five decimals are about a metre."""

    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None while one of them is unknown."""
        if self.latitude is None or self.longitude is None:
            return None
        return float(self.latitude), float(self.longitude)
