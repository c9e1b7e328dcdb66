from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import RevisionMixin, TranslatableMixin


class MenuLinkBlock(blocks.StructBlock):
    """A link of a menu: to a page, or to an address."""

    label = blocks.CharBlock(label=_("Text"), required=False, help_text=_("The page's title if left empty."))
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    url = blocks.CharBlock(label=_("Or address"), required=False)

    class Meta:
        label = _("Link")
        icon = "link"


class Menu(TranslatableMixin, RevisionMixin, models.Model):
    """A menu in one language."""

    class Place(models.TextChoices):
        HEADER = "header", _("Header")
        FOOTER = "footer", _("Footer")

    place = models.CharField(_("place"), max_length=10, choices=Place)
    links = StreamField([("link", MenuLinkBlock())], verbose_name=_("links"), blank=True)

    panels = [FieldPanel("place"), FieldPanel("links")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        constraints = [models.UniqueConstraint(fields=["place", "locale"], name="one_menu_per_place_and_locale")]

    def __str__(self) -> str:
        return f"{self.get_place_display()} ({self.locale})"
