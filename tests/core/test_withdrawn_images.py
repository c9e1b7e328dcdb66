"""The images of what was withdrawn are as private as it is, unless something visible shows them too."""

from pathlib import Path

import pytest

from news.models import NewsIndexPage
from parkportal.core.outbox import carry_out_due
from tests.factories.core import ImageFactory
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree


@pytest.mark.django_db(transaction=False)
@pytest.mark.usefixtures("references")
def test_the_sizes_of_a_withdrawn_image_are_gone(
    site: dict[str, SiteTree], django_capture_on_commit_callbacks: object
) -> None:
    alone, shared = ImageFactory(), ImageFactory()
    stories = [NewsStoryFactory(parent=site["nl"][NewsIndexPage], picture=image) for image in (alone, shared)]
    OrganisationFactory(picture=shared)
    files = {image: Path(image.get_rendition("width-200").file.path) for image in (alone, shared)}
    before = alone.get_rendition("width-200").url
    with django_capture_on_commit_callbacks(execute=True):
        for story in stories:
            story.unpublish()
        carry_out_due()
    assert not files[alone].exists()
    assert files[shared].exists()
    alone.refresh_from_db()
    assert type(alone).objects.get(pk=alone.pk).get_rendition("width-200").url != before
