from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class BrokenLink(models.Model):
    """A link of something public that leads nowhere, as it was last looked at."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    subject = GenericForeignKey("content_type", "object_id")
    text = models.CharField(_("text of the link"), max_length=255)
    target = models.CharField(_("where it leads"), max_length=500)
    found = models.DateTimeField(_("found"))

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("found", "pk")
        indexes = [models.Index(fields=["content_type", "object_id"], name="broken_link_subject")]

    def __str__(self) -> str:
        return self.text
