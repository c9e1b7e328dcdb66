from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PersonalLinkQuerySet(models.QuerySet[Any]):
    """Links that are keys."""

    def working(self) -> Self:
        """Those that nobody revoked and whose time is not over."""
        return self.filter(revoked__isnull=True, expires__gt=timezone.now())


class PersonalLink(models.Model):
    """A link that lets one person in without an account, until it expires or staff revoke it."""

    created = models.DateTimeField(_("created"), auto_now_add=True)
    expires = models.DateTimeField(_("valid until"))
    revoked = models.DateTimeField(_("revoked"), null=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    @property
    def works(self) -> bool:
        """Whether it lets anybody in now."""
        return self.revoked is None and self.expires > timezone.now()

    @property
    def state(self) -> Any:
        """Whether it works, in a word."""
        if self.revoked:
            return _("revoked")
        return _("valid") if self.works else _("expired")

    def revoke(self) -> None:
        """End it now."""
        type(self)._default_manager.filter(pk=self.pk, revoked__isnull=True).update(revoked=timezone.now())
