from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from ..languages import in_every_language, localise
from ..private_files import private_address


class ParkDocument(AbstractDocument):
    """A file to download, in one language, with a title in each."""

    language = models.CharField(
        _("language of the file"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    label = models.CharField(_("title for readers"), max_length=160, blank=True)

    admin_form_fields = (*Document.admin_form_fields, "language", *in_every_language("label"))

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def url(self) -> str:
        """Where it is, for whoever reads the page."""
        return private_address(self) or super().url

    @property
    def reader_title(self) -> str:
        """The title in the active language, else the file's own."""
        return str(localise(self, "label")) or self.title
