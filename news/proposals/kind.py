"""News as it is proposed, and the draft that is made of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parkportal.core.models import Proposal
from parkportal.core.proposals import Kind, register
from parkportal.core.proposals.fields import Answer
from parkportal.core.proposals.plain_paragraphs import as_paragraphs

from ..models import NewsIndexPage, NewsStory


def may_publish_news(user: Any, model: type[Model]) -> bool:
    """Whether somebody may publish articles in any language."""
    return any(index.permissions_for_user(user).can_publish_subpage() for index in NewsIndexPage.objects.all())


def make_story(proposal: Proposal, accepted: dict[str, Any]) -> NewsStory:
    """A draft of what was accepted, in the proposal's language."""
    if not accepted.get("title"):
        raise ValidationError(_("News needs a headline. Accept it, or refuse everything."))
    index = NewsIndexPage.objects.filter(locale__language_code=proposal.language).first()
    if index is None:
        raise ValidationError(_("There is no list of news in the language of this proposal."))
    story = NewsStory(
        title=accepted["title"],
        lead=accepted.get("lead", ""),
        body=[("text", as_paragraphs(accepted["text"]))] if accepted.get("text") else [],
        source_name=proposal.organisation,
        source_url=accepted.get("source_url", ""),
        live=False,
    )
    index.add_child(instance=story)
    story.save_revision(clean=False)
    return story


NEWS = register(
    Kind(
        key="news",
        label=gettext_lazy("News"),
        model=NewsStory,
        fields=(
            Answer("title", gettext_lazy("Headline")),
            Answer("lead", gettext_lazy("Lead")),
            Answer("text", gettext_lazy("Text")),
            Answer("source_url", gettext_lazy("Source")),
        ),
        make=make_story,
        may_decide=may_publish_news,
    )
)
