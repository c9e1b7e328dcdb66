"""One of everything that an address of the admin may be about, and what each role calls its own."""

import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupApprovalTask, Page, Site, UploadedFile, Workflow

from education.models import EventSeries
from news.models import AlertMailing, JournalistLink, NewsIndexPage
from organisations.models import EntryLink, Organisation
from parkportal.core.models import GlossaryEntry, ImportJob, Proposal, Synonym
from parkportal.website.models import Enquiry, Menu, ParkSettings, SignIn
from tests.factories.alerts import AlertSubscriptionFactory
from tests.factories.core import DocumentFactory, ImageFactory
from tests.factories.education import (
    CourseFactory,
    EventFactory,
    InternshipFactory,
    PartnershipFactory,
    ProgrammeFactory,
)
from tests.factories.news import FigureFactory, NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import (
    BuildingFactory,
    EquipmentFactory,
    FacilityFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from tests.factories.site import read_site

DAY = datetime.timedelta(days=1)
RECORDS = (
    BuildingFactory,
    CourseFactory,
    EquipmentFactory,
    EventFactory,
    FacilityFactory,
    FigureFactory,
    InternshipFactory,
    OrganisationFactory,
    PartnershipFactory,
    PersonFactory,
    ProgrammeFactory,
    RoleFactory,
)
OWN, OTHERS, EMBARGOED, TRANSLATION = "own", "other's", "embargoed", "translation"


class Things:
    """What is there. ``of`` finds one of a model, ``page`` and ``key`` those of a role's own or another's."""

    def __init__(self, users: dict[str, User]) -> None:
        self.users, self.stranger = users, User.objects.create_user("stranger")
        self.site = read_site()
        self.made: dict[type[Model], Any] = {}
        for factory in RECORDS:
            record = factory()
            record.save_revision()
            self._keep(record)
        self._make_the_rest()
        news, english = self.site["nl"][NewsIndexPage], self.site["en"][NewsIndexPage]
        self.pages = {
            OTHERS: self._drafted(NewsStoryFactory(parent=news, owner=self.stranger)),
            TRANSLATION: self._drafted(NewsStoryFactory(parent=english, owner=self.stranger, original_language="nl")),
            EMBARGOED: self._drafted(
                PressReleaseFactory(
                    parent=news, owner=self.stranger, live=False, embargo_until=timezone.now() + 2 * DAY
                )
            ),
        }
        self.own_pages = {
            role: self._drafted(NewsStoryFactory(parent=news, owner=user, live=False)) for role, user in users.items()
        }
        self.keys = {user.pk: _security_key(user) for user in (*users.values(), self.stranger)}
        self._keep(JournalistLink.objects.create(article=self.pages[EMBARGOED], expires=timezone.now() + DAY))
        self._keep(AlertMailing.objects.create(article=self.pages[OTHERS]))

    def of(self, model: type[Model]) -> Any:
        """One of a model, which must be there."""
        found = self.made.get(model) or model._default_manager.order_by("pk").first()
        assert found is not None, f"Make a {model.__name__} in tests/website/matrix/things.py."
        return found

    def page(self, variant: str, role: str) -> Any:
        """A page of one's own, of somebody else, under embargo, or a translation."""
        return self.own_pages.get(role, self.pages[OTHERS]) if variant == OWN else self.pages[variant]

    def key(self, variant: str, role: str) -> Any:
        """A security key of one's own or of somebody else."""
        user = self.users.get(role, self.stranger) if variant == OWN else self.stranger
        return self.keys[user.pk]

    def _make_the_rest(self) -> None:
        for thing in (
            ImageFactory(),
            DocumentFactory(),
            AlertSubscriptionFactory(),
            EventSeries.objects.create(name_nl="Reeks"),
            Synonym.objects.first() or Synonym.objects.create(identifier="x", wording_nl="x"),
            ImportJob.objects.create(kind="organisations", filename="x.csv", language="nl"),
            Proposal.objects.create(kind="event", title="x", origin="visitor", language="nl"),
            EntryLink.objects.create(
                organisation=self.of(Organisation), email="a@example.org", language="nl", expires=timezone.now() + DAY
            ),
            GlossaryEntry.objects.first() or GlossaryEntry.objects.create(identifier="x", word_nl="x"),
            Menu.objects.create(place="header", locale=self.site["nl"].home.locale),
            Enquiry.objects.create(about="x", recipient_email="a@example.org"),
            SignIn.objects.create(event=SignIn.Event.FAILED, network="198.51.100.0/24"),
            Redirect.objects.create(old_path="/oud", redirect_page=self.site["nl"].home),
            Collection.get_first_root_node().add_child(name="Foto's"),
            Workflow.objects.create(name="Review"),
            GroupApprovalTask.objects.create(name="Review"),
            UploadedFile.objects.create(uploaded_by_user=self.stranger),
            Group.objects.get(name="Editors"),
            Site.objects.get(),
            ParkSettings.load(),
            self.stranger,
        ):
            self._keep(thing)

    def _keep(self, thing: Any) -> None:
        self.made[type(thing)] = thing

    @staticmethod
    def _drafted(page: Page) -> Page:
        page.save_revision()
        return page


def _security_key(user: User) -> Authenticator:
    return Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "Key"})
