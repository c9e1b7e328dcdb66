"""What follows from a change of pages and records."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import (
    copy_for_translation_done,
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from .broken_links import look_soon
from .cache_refresh import refresh_after
from .models import BasePage, Drafted
from .publishing.moments import forget_moments
from .record_urls import index_urls
from .search.indexing import remove_entry
from .search.searchable import Searchable
from .translating.originals import follow_original, keep_up
from .withdrawn_images import withdraw_images

for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
    signal.connect(index_urls.forget, dispatch_uid="forget_index_urls")
for signal in (page_published, page_unpublished, published, unpublished):
    signal.connect(forget_moments, dispatch_uid="forget_moments")


@receiver([page_published, page_unpublished, published, unpublished])
def renew_cached_pages(instance: Any, **kwargs: Any) -> None:
    """What was published or withdrawn is seen at once, though caches keep pages."""
    refresh_after(instance)


@receiver([page_published, published])
def look_for_broken_links(instance: Any, **kwargs: Any) -> None:
    """What was published is looked at for links that lead nowhere."""
    look_soon(instance)


@receiver([page_unpublished, unpublished])
def withdraw_its_images(instance: Any, **kwargs: Any) -> None:
    """What is withdrawn is so with its images."""
    withdraw_images(instance)


@receiver(pre_delete)
def renew_what_named_it(sender: type, instance: Any, **kwargs: Any) -> None:
    """What is deleted is off every page that named it; afterwards nobody could tell which did."""
    if isinstance(instance, Drafted):
        refresh_after(instance)


@receiver([post_save, post_delete])
def renew_page_tree(sender: type, instance: Any, **kwargs: Any) -> None:
    """A page that is created, moved or deleted without publishing changes the addresses too."""
    if isinstance(instance, Page):
        index_urls.forget()


@receiver(post_delete)
def forget_deleted(sender: type, instance: Any, **kwargs: Any) -> None:
    """What is gone is no longer in the search index."""
    if isinstance(instance, Searchable):
        remove_entry(instance)


@receiver(copy_for_translation_done)
def note_the_original(source_obj: Page, target_obj: Page, **kwargs: Any) -> None:
    """A new translation follows its original as it is now; it was not checked, whatever the original was."""
    page = target_obj.specific
    if isinstance(page, BasePage) and not page.alias_of_id:
        page.original_language = source_obj.specific.original_language or source_obj.locale.language_code
        follow_original(page)
        page.machine_made, page.checked_by, page.checked_at = False, None, None
        page.save()
        page.save_revision()


@receiver(page_published)
def translations_keep_up(instance: Any, **kwargs: Any) -> None:
    """A translation of a version that says the same as the one that was published now is not behind it."""
    if isinstance(instance, BasePage) and not instance.is_translation:
        keep_up(instance)
