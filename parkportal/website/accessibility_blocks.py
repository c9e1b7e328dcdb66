"""The rows of an accessibility statement, after the Dutch model (Besluit digitale toegankelijkheid overheid)."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ResearchBlock(blocks.StructBlock):
    """An examination that the statement rests on."""

    title = blocks.CharBlock(label=_("What was examined, and how"))
    by = blocks.CharBlock(label=_("By whom"))
    date = blocks.DateBlock(label=_("Date"))
    url = blocks.URLBlock(label=_("Report"), required=False)

    class Meta:
        label = _("Examination")
        icon = "clipboard-list"


class FindingBlock(blocks.StructBlock):
    """What does not meet the standard yet, with what is done about it."""

    title = blocks.CharBlock(label=_("What is wrong"))
    criterion = blocks.CharBlock(
        label=_("Success criterion"),
        required=False,
        help_text=_("Number and name, such as “1.4.3 Contrast (minimum)”."),
    )
    effect = blocks.TextBlock(label=_("Whom it hinders"))
    cause = blocks.TextBlock(label=_("Cause"))
    alternative = blocks.TextBlock(label=_("What visitors can do meanwhile"), required=False)
    measure = blocks.TextBlock(label=_("Measure"))
    due = blocks.DateBlock(label=_("Solved by"), required=False)
    burden = blocks.TextBlock(
        label=_("Why it is out of proportion"),
        required=False,
        help_text=_("Only where solving it would be a disproportionate burden, which the law allows one to claim."),
    )

    class Meta:
        label = _("Finding")
        icon = "warning"
