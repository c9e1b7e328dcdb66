import pytest
from django.core.exceptions import ValidationError

from parkportal.website.models import StandardPage
from tests.factories.core import ImageFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree


def test_a_record_with_an_image_without_credit_stays_a_draft(db: None) -> None:
    organisation = OrganisationFactory(picture=ImageFactory(credit=""), live=False)
    with pytest.raises(ValidationError):
        organisation.save_revision().publish()
    organisation.refresh_from_db()
    assert not organisation.live


def test_a_record_needs_alternative_text_in_every_language(db: None) -> None:
    organisation = OrganisationFactory(picture=ImageFactory(alt_en=""), live=False)
    assert len(organisation.missing_for_publication()) == 1


def test_a_page_needs_alternative_text_in_its_own_language_or_at_the_place(site: dict[str, SiteTree]) -> None:
    image = ImageFactory(alt_en="")
    page = StandardPage(title="Page", slug="page", locale=site["nl"].home.locale, live=False)
    page.body = [("picture", {"image": image, "caption": "", "alt": ""})]
    site["nl"].home.add_child(instance=page)
    page.save_revision().publish()
    assert StandardPage.objects.get(pk=page.pk).live
    page.body = [("picture", {"image": ImageFactory(licence=""), "caption": "", "alt": ""})]
    with pytest.raises(ValidationError):
        page.save_revision().publish()
