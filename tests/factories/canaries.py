"""What must not be seen, tied to what may be wherever it can be."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from news.models import NewsIndexPage
from news.models.article_subject import ArticleFacility, ArticleOrganisation, ArticleRole
from news.models.interview import Interviewee
from organisations.models import FacilityPartner
from organisations.models.organisation import OrganisationContact
from parkportal.website.models import AccessibilityPage, ParkSettings, StandardPage

from .core import ImageFactory
from .education import (
    BodyFactory,
    CourseFactory,
    CourseRunFactory,
    EventFactory,
    EventOrganiserFactory,
    EventSpeakerFactory,
    InternshipFactory,
    PartnershipFactory,
    PartnershipMemberFactory,
    PartnershipStaffFactory,
    ProgrammeFactory,
    ProgrammeLineFactory,
    SeatFactory,
)
from .news import (
    BackgroundFactory,
    EventReportFactory,
    FigureFactory,
    InterviewFactory,
    NewsStoryFactory,
    PressReleaseFactory,
    ReportFactory,
    StatementFactory,
)
from .organisations import (
    BuildingFactory,
    EquipmentFactory,
    FacilityFactory,
    LocationFactory,
    OrganisationFactory,
    PersonFactory,
    RelationFactory,
    RoleFactory,
)
from .site import SiteTree

CANARY = "Kanarie"
ARTICLE_FACTORIES = (
    NewsStoryFactory,
    PressReleaseFactory,
    InterviewFactory,
    BackgroundFactory,
    StatementFactory,
    ReportFactory,
    EventReportFactory,
)


def fill_with_visible(site: dict[str, SiteTree]) -> dict[str, Any]:
    """One visible thing of each kind, to which hidden ones are tied."""
    park = ParkSettings.load()
    park.question_email = "park@example.org"
    park.save()
    organisation = OrganisationFactory(name_nl="Zichtbaar", slug_nl="zichtbaar")
    organisation.contacts = [OrganisationContact(email="zichtbaar@example.org")]
    organisation.save()
    building = BuildingFactory(name_nl="Zichtbare toren", slug_nl="zichtbare-toren")
    LocationFactory(organisation=organisation, building=building)
    facility = FacilityFactory(
        name_nl="Zichtbaar lab", slug_nl="zichtbaar-lab", operator=organisation, building=building
    )
    EquipmentFactory(name_nl="Zichtbaar apparaat", slug_nl="zichtbaar-apparaat", facility=facility)
    partnership = PartnershipFactory(name_nl="Zichtbaar samen", slug_nl="zichtbaar-samen")
    course = CourseFactory(name_nl="Zichtbare cursus", slug_nl="zichtbare-cursus", provider=organisation)
    programme = ProgrammeFactory(name_nl="Zichtbare opleiding", slug_nl="zichtbare-opleiding", institution=organisation)
    InternshipFactory(
        name_nl="Zichtbare stage", slug_nl="zichtbare-stage", organisation=organisation, programmes=[programme]
    )
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Zichtbaar bericht", slug="zichtbaar-bericht")
    interview = InterviewFactory(parent=site["nl"][NewsIndexPage], title="Zichtbaar gesprek", slug="zichtbaar-gesprek")
    release = PressReleaseFactory(
        parent=site["nl"][NewsIndexPage], title="Zichtbaar persbericht", slug="zichtbaar-persbericht"
    )
    role = RoleFactory(person__family_name="Zichtbaar", person__has_page=True, organisation=organisation)
    event = EventFactory(
        name_nl="Zichtbaar feest", slug_nl="zichtbaar-feest", facility=facility, partnership=partnership
    )
    EventOrganiserFactory(event=event, organisation=organisation)
    return {
        "event": event,
        "interview": interview,
        "role": role,
        "body": BodyFactory(partnership=partnership),
        "organisation": organisation,
        "building": building,
        "facility": facility,
        "partnership": partnership,
        "course": course,
        "programme": programme,
        "story": story,
        "release": release,
    }


def hide_canaries(
    site: dict[str, SiteTree], seen: dict[str, Any], hidden: Callable[[], dict[str, Any]], slug: str = "kanarie"
) -> None:
    """A hidden thing of every kind, tied to visible ones wherever it can be; where one fits, the last is tied."""
    named = {"name_nl": CANARY, "name_en": CANARY, "summary_nl": CANARY, "slug_nl": slug} | hidden()
    organisation = OrganisationFactory(**named)
    organisation.contacts = [OrganisationContact(email="kanarie@example.org", role_nl=CANARY)]
    organisation.save()
    RelationFactory(organisation=organisation, other=seen["organisation"])
    RelationFactory(organisation=seen["organisation"], other=organisation, kind="sister")
    LocationFactory(organisation=organisation, building=seen["building"])
    LocationFactory(organisation=seen["organisation"], building=BuildingFactory(operator=organisation, **named))
    seen["building"].operator = organisation
    seen["building"].save()
    facility = FacilityFactory(operator=seen["organisation"], building=seen["building"], **named)
    for shared, partner in ((seen["facility"], organisation), (facility, seen["facility"].operator)):
        shared.partners.add(FacilityPartner(organisation=partner))
        shared.save()
    FacilityFactory(operator=organisation, name_nl="Lab van een ander", slug_nl=f"{slug}-lab")
    EquipmentFactory(facility=seen["facility"], manufacturer=CANARY, **named)
    EquipmentFactory(
        facility=facility, name_nl=f"{CANARY} ergens anders", manufacturer=CANARY, slug_nl=f"{slug}-elders"
    )
    course = CourseFactory(provider=seen["organisation"], facility=seen["facility"], **named)
    CourseRunFactory(course=course)
    programme = ProgrammeFactory(institution=seen["organisation"], **named)
    hide_internships(seen, organisation, programme, named)
    partnership = PartnershipFactory(**named)
    PartnershipMemberFactory(partnership=partnership, organisation=seen["organisation"])
    PartnershipMemberFactory(partnership=seen["partnership"], organisation=organisation)
    event = EventFactory(facility=seen["facility"], partnership=seen["partnership"], **named)
    EventOrganiserFactory(event=event, organisation=seen["organisation"])
    EventSpeakerFactory(event=event, role=seen["role"])
    EventOrganiserFactory(event=seen["event"], organisation=organisation)
    seen["event"].partnership, seen["event"].facility = partnership, facility
    seen["event"].save()
    seen["story"].organisation_rows.add(ArticleOrganisation(organisation=organisation))
    seen["story"].facility_rows.add(ArticleFacility(facility=facility))
    seen["story"].body = [("organisation", organisation), ("facility", facility)]
    seen["story"].save()
    seen["release"].boilerplate_rows.create(organisation=organisation)
    seen["release"].save()
    hide_people(seen, organisation, hidden, slug)
    shown = FigureFactory()
    hidden_figure = FigureFactory(label_nl=CANARY, label_en=CANARY, featured=True, replaces=shown, **hidden())
    FigureFactory(replaces=hidden_figure)
    for language, tree in site.items():
        for kind in ARTICLE_FACTORIES:
            article = kind(
                parent=tree[NewsIndexPage],
                title=CANARY,
                slug=f"{slug}-{kind.__name__.lower()}",
                lead=CANARY,
                picture=ImageFactory(title=CANARY, caption_nl=CANARY, caption_en=CANARY),
                **translation_key(kind, language, seen),
                **hidden(),
            )
            article.organisation_rows.create(organisation=seen["organisation"])
            article.facility_rows.create(facility=seen["facility"])
            article.topics.add(f"{CANARY} {language}")
            article.save()
        page = StandardPage(title=CANARY, slug=slug, locale=tree.home.locale, **hidden())
        tree.home.add_child(instance=page)
        words = dict.fromkeys(("title", "lead", "scope", "compliance_note", "feedback"), CANARY)
        statement = AccessibilityPage(slug=f"{slug}-verklaring", locale=tree.home.locale, **words, **hidden())
        tree.home.add_child(instance=statement)


def translation_key(kind: type, language: str, seen: dict[str, Any]) -> dict[str, Any]:
    """The first English release is the hidden translation of the visible Dutch one."""
    release = seen["release"]
    is_one = kind is PressReleaseFactory and language == "en" and not release.get_translations().exists()
    return {"translation_key": release.translation_key} if is_one else {}


def hide_internships(seen: dict[str, Any], organisation: Any, programme: Any, named: dict[str, Any]) -> None:
    """One that is hidden, one whose last day has passed, and one at an organisation that is hidden."""
    fits = {"organisation": seen["organisation"], "programmes": [seen["programme"], programme]}
    shown = {"name_nl": CANARY, "summary_nl": CANARY}
    slug = named["slug_nl"]
    InternshipFactory(**fits, **named, open_for=-1 if "expire_at" in named else 30)
    over = {"open_for": -1, "first_published_at": timezone.now()}
    InternshipFactory(**fits, **shown, **over, slug_nl=f"{slug}-gesloten")
    InternshipFactory(organisation=organisation, programmes=[seen["programme"]], **shown, slug_nl=f"{slug}-elders")


def hide_people(
    seen: dict[str, Any], hidden_organisation: Any, hidden: Callable[[], dict[str, Any]], slug: str
) -> None:
    """A hidden person in a published role, a hidden role of a visible person, and one at a hidden organisation."""
    titles = {"title_nl": CANARY, "title_en": CANARY, "organisation": seen["organisation"], "is_spokesperson": True}
    person = PersonFactory(family_name=CANARY, has_page=True, slug=slug, **hidden())
    roles = [
        RoleFactory(person=person, organisation=seen["organisation"], is_spokesperson=True),
        RoleFactory(person=person, organisation=seen["organisation"], until="2020"),
        RoleFactory(person=seen["role"].person, **titles, **hidden()),
        RoleFactory(person=seen["role"].person, organisation=hidden_organisation, is_spokesperson=True),
    ]
    for role in roles:
        tie_role(seen, role, hidden_organisation)


def tie_role(seen: dict[str, Any], role: Any, organisation: Any) -> None:
    """Put a role wherever a role can stand; an organisation leads the programme line."""
    SeatFactory(body=seen["body"], role=role)
    EventSpeakerFactory(event=seen["event"], role=role)
    ProgrammeLineFactory(partnership=seen["partnership"], lead=organisation, lead_role=role)
    PartnershipMemberFactory(partnership=seen["partnership"], signed_by=role)
    SeatFactory(body=seen["body"], role=role, until="2020")
    PartnershipStaffFactory(partnership=seen["partnership"], role=role)
    seen["interview"].interviewee_rows.add(Interviewee(role=role))
    seen["story"].role_rows.add(ArticleRole(role=role))
    seen["interview"].save()
    seen["story"].save()
