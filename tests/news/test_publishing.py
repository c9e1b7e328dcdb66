import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from news.models import NewsIndexPage, NewsStory, PressRelease
from tests.factories.core import ImageFactory
from tests.factories.news import InterviewFactory, NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import RoleFactory
from tests.factories.site import SiteTree


def draft_release(site: dict[str, SiteTree], **fields: object) -> PressRelease:
    return PressReleaseFactory(parent=site["nl"][NewsIndexPage], live=False, **fields)


@pytest.mark.parametrize("field", ["number", "place", "contact_phone", "contact_role"])
def test_a_release_without_something_needed_is_not_published(site: dict[str, SiteTree], field: str) -> None:
    release = draft_release(site, **{field: ""})
    with pytest.raises(ValidationError):
        release.save_revision().publish()
    release.refresh_from_db()
    assert not release.live


def test_a_draft_may_be_incomplete(site: dict[str, SiteTree]) -> None:
    release = draft_release(site, number="", place="", contact_phone="")
    release.save_revision()
    assert PressRelease.objects.filter(pk=release.pk).exists()


def test_a_complete_release_is_published(site: dict[str, SiteTree]) -> None:
    release = draft_release(site, picture=ImageFactory())
    release.save_revision().publish()
    release.refresh_from_db()
    assert release.live


def test_an_image_without_credit_is_named(site: dict[str, SiteTree]) -> None:
    image = ImageFactory(title="Opening", credit="")
    story = NewsStoryFactory(parent=site["en"][NewsIndexPage], picture=image)
    with translation.override("en"):
        assert story.missing_for_publication() == ["Image “Opening”: fill in credit line."]


def test_alternative_text_is_needed_in_the_language_of_the_page(site: dict[str, SiteTree]) -> None:
    image = ImageFactory(alt_nl="Een vlak", alt_en="")
    dutch = NewsStoryFactory(parent=site["nl"][NewsIndexPage], picture=image)
    english = NewsStoryFactory(parent=site["en"][NewsIndexPage], picture=image)
    with translation.override("en"):
        assert dutch.missing_for_publication() == []
        assert "alternative text in English" in english.missing_for_publication()[0]


def test_images_in_the_text_are_checked_too(site: dict[str, SiteTree]) -> None:
    image = ImageFactory(licence="", alt_nl="")
    picture = {"image": image.pk, "caption": "", "alt": "Hier wel"}
    story = NewsStory(
        title="Story", slug="story", lead="What happened.", body=[("picture", {**picture, "image": image})]
    )
    site["nl"][NewsIndexPage].add_child(instance=story)
    assert len(story.missing_for_publication()) == 1
    assert "alternative" not in story.missing_for_publication()[0]


def test_the_editor_is_told_what_is_missing(admin_client: object, site: dict[str, SiteTree]) -> None:
    release = draft_release(site, number="")
    url = f"/cms/pages/{release.pk}/edit/"
    form = admin_client.get(url).context["form"]
    data = posted(form)
    draft = admin_client.post(url, data)
    assert draft.status_code == 302
    refused = admin_client.post(url, data | {"action-publish": "1"})
    assert refused.status_code == 200
    assert refused.context["form"].non_field_errors()
    accepted = admin_client.post(url, data | {"number": "2026-09", "action-publish": "1"})
    assert accepted.status_code == 302
    release.refresh_from_db()
    assert release.live


def test_rows_count_in_the_form_that_publishes(admin_client: object, site: dict[str, SiteTree]) -> None:
    interview = InterviewFactory(parent=site["nl"][NewsIndexPage], live=False, held_on=datetime.date(2026, 3, 1))
    url = f"/cms/pages/{interview.pk}/edit/"
    question = ("question", {"question": "Waarom?", "answer": rich_text("<p>Daarom.</p>"), "speaker": ""})
    body = nested_form_data({"body": streamfield([question])})
    data = posted(admin_client.get(url).context["form"]) | body | {"action-publish": "1"}
    refused = admin_client.post(url, data).context["form"]
    assert refused.non_field_errors() == ["Noem wie er is geïnterviewd."]
    row = {"interviewee_rows-TOTAL_FORMS": "1", "interviewee_rows-0-role": str(RoleFactory().pk)}
    assert admin_client.post(url, data | row).status_code == 302
    interview.refresh_from_db()
    assert interview.live
    assert interview.interviewee_rows.count() == 1


def posted(form: object) -> dict[str, str]:
    """What a browser would send for an unchanged form without rows."""
    data = {f"{name}-{part}": "0" for name in form.formsets for part in ("TOTAL_FORMS", "INITIAL_FORMS")}
    for name in form.fields:
        value = form.initial.get(name)
        data[name] = "" if value is None or isinstance(value, list) else str(value)
    block = {"deleted": "", "order": "0", "type": "heading", "id": "", "value": "What happened"}
    data |= {"body-count": "1", **{f"body-0-{part}": value for part, value in block.items()}}
    return data | {"notes": "null", "topics": ""}
