from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuestionBlock(blocks.StructBlock):
    """A question and its answer, as in an interview."""

    question = blocks.TextBlock(label=_("Question"), rows=2)
    answer = blocks.RichTextBlock(label=_("Answer"))
    speaker = blocks.CharBlock(label=_("Who answers"), required=False)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "blocks/question.html"
