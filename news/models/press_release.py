from functools import cached_property
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.url_routing import RouteResult

from organisations.models import Organisation
from parkportal.core.clock import in_full
from parkportal.core.models import ParkDocument
from parkportal.core.placed_images import placed_images

from ..panels import article_tabs
from ..querysets import visible_records
from .article import Article
from .article_type import ArticleType

TEXT_PART, PACK_PART = "text", "press-pack"
PARTS = (TEXT_PART, PACK_PART)


class PressRelease(Article):
    """What is issued to the press: numbered, with somebody to call (schema.org NewsArticle with a genre)."""

    number = models.CharField(
        _("number"), max_length=20, blank=True, help_text=_("The year and a serial number, such as 2026-03.")
    )
    notes = RichTextField(_("notes to editors"), blank=True)
    contact_role = models.CharField(
        _("who answers"),
        max_length=120,
        blank=True,
        help_text=_("A role rather than a person: Press office."),
    )
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("phone"), max_length=40, blank=True)

    kind = ArticleType.PRESS_RELEASE
    may_be_copied = True
    genre = "Press release"
    row_names = (*Article.row_names, "boilerplate_rows", "attachment_rows")
    template = "news/press_release.html"
    page_description = _(
        "What is issued to the press: numbered, dated, with a phone that is answered, and with an embargo if need be."
    )
    needed = {
        "number": _("Fill in the number of the press release."),
        "place": _("Fill in the place of the dateline."),
        "contact_role": _("Fill in who answers the press."),
        "contact_phone": _("Fill in the phone number for the press."),
        **Article.needed,
    }
    edit_handler = article_tabs(
        _("For the press"),
        FieldPanel("number"),
        MultiFieldPanel(
            [
                FieldPanel("contact_role"),
                FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("contact_email")]),
            ],
            heading=_("Contact for the press"),
        ),
        FieldPanel("notes"),
        InlinePanel("boilerplate_rows", heading=_("About the organisations"), label=_("Organisation")),
        InlinePanel("attachment_rows", heading=_("Attachments"), label=_("Document")),
    )

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Keep which images it shows, for the image library. A draft of it saves some fields only, and not these."""
        saved = super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None:
            self._keep_images()
        return saved

    def missing_for_publication(self) -> list[str]:
        """A number that no other release has; its own translations share it."""
        missing = super().missing_for_publication()
        if other := self._holder_of_number():
            sentence = _("“%(title)s” has the number %(number)s already. Give this one the next.")
            missing.append(str(sentence) % {"title": other.title, "number": self.number})
        return missing

    def _holder_of_number(self) -> "PressRelease | None":
        """Another release that is out or planned under its number; a draft holds none yet."""
        others = PressRelease.objects.exclude(translation_key=self.translation_key).exclude(number="")
        same = others.filter(number=self.number).order_by("pk")
        return next((each for each in same if each.live or each.first_published_at or each.scheduled_revision), None)

    def _keep_images(self) -> None:
        from .press_image import PressImage  # It stands on this model.

        images = {placed.image.pk for placed in placed_images(self)}
        self.press_images.exclude(image__in=images).delete()
        rows = [PressImage(release=self, image_id=key) for key in images]
        PressImage.objects.bulk_create(rows, ignore_conflicts=True)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A step below is a form in which the press takes it, if the public may see it at all."""
        if len(path_components) != 1 or path_components[0] not in PARTS:
            return super().route(request, path_components)
        if not PressRelease.objects.visible().filter(pk=self.pk).exists():
            raise Http404
        return RouteResult(self, kwargs={"part": path_components[0]})

    def serve(self, request: HttpRequest, *args: Any, part: str = "", **kwargs: Any) -> HttpResponseBase:
        """The page, its plain text, or all of it as a ZIP."""
        from ..press_pack.answers import press_pack, text_answer  # They stand on the models.

        if part:
            return press_pack(self) if part == PACK_PART else text_answer(self)
        return super().serve(request, *args, **kwargs)

    @property
    def embargo_notice(self) -> str:
        """“Under embargo until …” with the zone, while it is."""
        if not self.is_embargoed or self.embargo_until is None:
            return ""
        return str(_("Under embargo until %(moment)s")) % {"moment": in_full(self.embargo_until)}

    @cached_property
    def visible_versions(self) -> list["PressRelease"]:
        """Itself and its translations, as far as the public may see them; the language at hand first."""
        found = PressRelease.objects.visible().filter(translation_key=self.translation_key).for_serving()
        return sorted(found, key=lambda release: (release.pk != self.pk, release.pk))

    @cached_property
    def boilerplates(self) -> list[Organisation]:
        """The visible organisations whose boilerplate stands below the text."""
        return visible_records(Organisation, [row.organisation_id for row in self.boilerplate_rows.all()])

    @cached_property
    def attachments(self) -> list[ParkDocument]:
        """The documents to download."""
        documents = ParkDocument.objects.in_bulk([row.document_id for row in self.attachment_rows.all()])
        return list(documents.values())

    def json_ld(self) -> dict[str, Any]:
        """The number too."""
        return super().json_ld() | {"identifier": self.number}

    def shown(self) -> dict[str, Any]:
        """What the page shows."""
        from ..selectors import press_release_page  # Selectors stand on the models.

        return press_release_page(self)


class PressReleaseBoilerplate(Orderable):
    """An organisation whose boilerplate stands below a press release."""

    press_release = ParentalKey(PressRelease, on_delete=models.CASCADE, related_name="boilerplate_rows")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("organisation")]


class PressReleaseAttachment(Orderable):
    """A document to download with a press release."""

    press_release = ParentalKey(PressRelease, on_delete=models.CASCADE, related_name="attachment_rows")
    document = models.ForeignKey(ParkDocument, verbose_name=_("document"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("document")]
