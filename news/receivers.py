"""What follows when somebody begins a translation."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import copy_for_translation_done

from .models import Article
from .originals import follow_original


@receiver(copy_for_translation_done)
def note_the_original(target_obj: Page, **kwargs: Any) -> None:
    """A new translation follows its original as it is now; it was not checked, whatever the original was."""
    article = target_obj.specific
    if isinstance(article, Article):
        follow_original(article)
        article.checked_by = article.checked_at = None
        article.save()
        article.save_revision()
