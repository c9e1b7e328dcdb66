"""Images and documents of what is under embargo are as hidden in the admin as the article itself."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ReferenceIndex

from news.models import NewsIndexPage, PressReleaseAttachment
from parkportal.core.file_rights import is_hidden_file
from parkportal.core.models import ParkDocument, ParkImage
from tests.factories.core import DocumentFactory, ImageFactory
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.site import SiteTree
from tests.factories.staff import ADMINISTRATORS, as_role, logged_in, staff_user

NAME = "Geheime opname"
DAY = datetime.timedelta(days=1)
EDITORS, DIRECTORY_MANAGERS = "Editors", "Directory managers"


def under_embargo(site: dict[str, SiteTree], **fields: Any) -> list[ParkImage | ParkDocument]:
    """An image and a document that stand in the draft of a release only, and an image in its text."""
    release: Any = PressReleaseFactory(
        parent=site["nl"][NewsIndexPage], live=False, embargo_until=timezone.now() + DAY, **fields
    )
    picture, in_text = ImageFactory.create_batch(2, title=NAME)
    document = DocumentFactory(title=NAME)
    release.picture = picture
    release.body = [("picture", {"image": in_text, "alt": "", "caption": ""})]
    release.attachment_rows.add(PressReleaseAttachment(document=document))
    release.save_revision()
    return [picture, in_text, document]


def doors(file: ParkImage | ParkDocument) -> list[str]:
    """Where the admin would name a file; the list comes first, then the file's form."""
    is_image = isinstance(file, ParkImage)
    app, api, name = ("wagtailimages", "images", "image") if is_image else ("wagtaildocs", "documents", "document")
    key = [file.pk]
    delete_several = reverse("wagtail_bulk_action", args=[file._meta.app_label, file._meta.model_name, "delete"])
    return [
        reverse(f"{app}:index"),
        reverse(f"{app}:edit", args=key),
        reverse(f"{app}:index") + "?q=Geheime",
        reverse(f"{app}:delete", args=key),
        reverse(f"{app}:{name}_usage", args=key),
        reverse(f"{app}_chooser:choose"),
        reverse(f"{app}_chooser:choose_results") + "?q=Geheime",
        reverse(f"{app}_chooser:chosen", args=key),
        reverse(f"{app}_chooser:chosen_multiple") + f"?id={file.pk}",
        *([reverse("wagtailimages_chooser:select_format", args=key)] if is_image else []),
        f"{delete_several}?id={file.pk}&next=/cms/",
        f"/cms/api/main/{api}/?search=Geheime",
        f"/cms/api/main/{api}/{file.pk}/",
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_home"),
    ]


def is_named(client: Client, file: ParkImage | ParkDocument, url: str) -> bool:
    return NAME in client.get(url, follow=True).content.decode()


def sees(client: Client, file: ParkImage | ParkDocument) -> bool:
    """Whether the list has it."""
    return f"/{file.pk}/" in client.get(doors(file)[0]).content.decode()


@pytest.mark.matrix
@pytest.mark.parametrize("role", [EDITORS, DIRECTORY_MANAGERS])
def test_the_files_of_a_release_under_embargo_show_at_no_door(site: dict[str, SiteTree], role: str) -> None:
    client = as_role(role)
    for file in under_embargo(site):
        assert [url for url in doors(file) if is_named(client, file, url)] == []


def test_a_directory_manager_meets_none_of_the_files_of_a_release_under_embargo(site: dict[str, SiteTree]) -> None:
    client = as_role(DIRECTORY_MANAGERS)
    for file in under_embargo(site):
        assert not sees(client, file)
        assert client.get(doors(file)[1]).status_code in (302, 403)
        if isinstance(file, ParkDocument):
            assert client.get(file.url).status_code == 404


@pytest.mark.parametrize("role", ["Press officers", "Publishers", "Translators", ADMINISTRATORS])
def test_who_may_see_what_is_under_embargo_sees_its_files(site: dict[str, SiteTree], role: str) -> None:
    user = staff_user(role)
    assert [is_hidden_file(file, user) for file in under_embargo(site)] == [False, False, False]


def test_after_the_embargo_everybody_sees_them(site: dict[str, SiteTree]) -> None:
    user = staff_user(DIRECTORY_MANAGERS)
    files = under_embargo(site)
    with time_machine.travel(timezone.now() + 2 * DAY):
        client = logged_in(user)
        assert all(sees(client, file) for file in files)


def test_who_wrote_the_release_or_added_the_file_sees_it(site: dict[str, SiteTree]) -> None:
    author, photographer = staff_user(EDITORS, "author"), staff_user(EDITORS, "photographer")
    picture, in_text, document = under_embargo(site, owner=author)
    ParkImage.objects.filter(pk=picture.pk).update(uploaded_by_user=photographer)
    assert [is_hidden_file(file, author) for file in (picture, in_text, document)] == [False, False, False]
    assert [is_hidden_file(file, photographer) for file in (picture, in_text, document)] == [False, True, True]


def test_what_stands_elsewhere_too_is_no_secret(site: dict[str, SiteTree]) -> None:
    picture, in_text, document = under_embargo(site)
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], picture=picture)
    ReferenceIndex.create_or_update_for_object(story)
    user = staff_user(DIRECTORY_MANAGERS)
    assert [is_hidden_file(file, user) for file in (picture, in_text, document)] == [False, True, True]
