"""Every address of the project, and what a visitor finds there: the leakage test looks at all of them."""

import datetime

from django.utils import timezone

from education.models import PartnershipPage
from organisations.models import FacilityPage, OrganisationPage
from parkportal.website.models import AccessibilityPage, StandardPage

DAY = datetime.timedelta(days=1)

# Every named address of the project, and what a visitor finds there.
STAFF, PAGES, MACHINE, NO_CONTENT = "staff", "pages", "machine", "no content"
KINDS_WITH_MISTAKES = (
    *("organisation", "facility", "equipment", "building", "course", "programme", "partnership", "event", "internship"),
)
CLASSES = {
    "front-door": NO_CONTENT,
    "healthz": NO_CONTENT,
    "readyz": NO_CONTENT,
    "robots": NO_CONTENT,
    "plan-strip": NO_CONTENT,
    "security-txt": NO_CONTENT,
    "media": NO_CONTENT,  # Unguessable paths; no list of them anywhere.
    "wagtailcore_login": STAFF,
    "wagtaildocs_serve": "documents",
    "wagtaildocs_authenticate_with_password": STAFF,
    "sitemap": MACHINE,
    **{
        f"ask-{kind}{after}": PAGES
        for kind in ("park", "facility", "course", "partnership", "organisation")
        for after in ("", "-sent")
    },
    **{f"mistake-{kind}{after}": PAGES for kind in KINDS_WITH_MISTAKES for after in ("", "-sent")},
    "entry": "one organisation",  # By a signed link: tests/organisations/entry/test_link.py.
    "entry-change": "one organisation",
    "entry-gone": "one organisation",
    "entry-proposed": NO_CONTENT,
    "entry-claim": PAGES,
    "entry-claimed": PAGES,
    "propose-news": NO_CONTENT,
    "news-proposed": NO_CONTENT,
    "propose-internship": NO_CONTENT,
    "internship-proposed": NO_CONTENT,
    "propose-event": NO_CONTENT,
    "event-proposed": NO_CONTENT,
    "news-sitemap": MACHINE,
    "search": PAGES,
    "suggestions": MACHINE,
    "journalist-article": "one reader",  # By an unguessable link: tests/news/test_journalists.py.
    "journalist-file": "one reader",
    "journalist-text": "one reader",
    "journalist-pack": "one reader",
    "wagtail_serve": PAGES,
    "alerts": NO_CONTENT,
    "alerts-sent": NO_CONTENT,
    "alerts-confirm": NO_CONTENT,
    "alerts-manage": NO_CONTENT,
    "alerts-unsubscribe": NO_CONTENT,
    "api-1:openapi-json": NO_CONTENT,
    "api-1:api-root": NO_CONTENT,
    "api-1:organisations": MACHINE,
    "api-1:organisation": MACHINE,
    "api-1:facilities": MACHINE,
    "api-1:facility": MACHINE,
    "api-1:equipment": MACHINE,
    "api-1:instrument": MACHINE,
    **{f"api-1:{name}": MACHINE for name in ("events", "event", "course_runs", "internships", "internship")},
}
# Kinds of pages that no index stands for, each with an address in SURFACES; the kinds of articles have one template.
DETAIL_PAGES = {AccessibilityPage, StandardPage, OrganisationPage, FacilityPage, PartnershipPage}
ANSWERING = {"route", "serve"}
FORMS = ("/nl/vraag/", "/en/ask/", "/nl/klopt-er-iets-niet/", "/en/something-wrong/", "/nl/jouw-vermelding/")
KNOWN_TO_ANSWER = {
    "BasePage",
    "CalendarPage",
    "FollowedListPage",
    "InternshipIndexPage",
    "ListPage",
    "MapPage",
    "NetworkPage",
    "PeopleIndexPage",
    "PressRelease",
    "ProfilesBelow",
}
FOLLOWED = [
    *("nl/organisaties", "en/organisations", "nl/faciliteiten", "en/equipment", "nl/nieuws", "en/news", "en/events"),
    *(f"nl/onderwijs/{path}" for path in ("opleidingen", "cursussen", "stages", "samenwerkingen")),
]
LISTS = [*FOLLOWED, "nl/agenda", "nl/pers/cijfers", "en/press/figures", "nl/pers/beeldbank", "nl/mensen", "en/people"]


def months_around_today() -> list[str]:
    """The months in which the factories' dates fall."""
    days = (timezone.localdate() + number * 30 * DAY for number in (0, 1, 2))
    return [f"{day:%Y-%m}" for day in days]


SURFACES = [
    *("/nl/begrippen/", "/en/glossary/"),
    *("/news-sitemap.xml", "/nl/correcties/", "/en/corrections/", "/nl/correcties/?format=json"),
    *(f"/en/corrections/feed/{name}" for name in ("", "atom/", "json/")),
    *(f"/{path}" for path in ("nl/", "en/", "sitemap.xml", "api/v1/organisations", "api/v1/facilities")),
    *("/api/v1/equipment", "/nl/apparatuur/", "/en/equipment/"),
    *(f"/api/v1/{path}" for path in ("events", "events?past=true", "events/zichtbaar-feest", "course-runs")),
    *("/api/v1/internships", "/api/v1/internships/zichtbare-stage"),
    *(f"/nl/{path}/" for path in ("organisaties", "faciliteiten", "mensen", "onderwijs", "agenda", "nieuws", "pers")),
    *(f"/nl/onderwijs/{path}/" for path in ("opleidingen", "cursussen", "stages", "samenwerkingen")),
    *(f"/en/{path}/" for path in ("organisations", "facilities", "people", "education", "events", "news", "press")),
    *(f"/en/education/{path}/" for path in ("programmes", "courses", "internships", "partnerships")),
    *(f"/{path}/?format={name}" for path in LISTS for name in ("csv", "xlsx", "json")),
    *(f"/{path}/?format=geojson" for path in ("nl/organisaties", "en/organisations", "nl/faciliteiten")),
    *(f"/{path}/?format=geojson" for path in ("nl/onderwijs/cursussen", "en/education/internships", "nl/agenda")),
    *(f"/nl/apparatuur/?format={name}" for name in ("geojson", "uniquip")),
    *(f"/{path}?format=ics" for path in ("nl/agenda/", "nl/onderwijs/cursussen/")),
    *(f"/{path}ics/" for path in ("nl/agenda/", "en/events/")),
    *(f"/nl/agenda/?month={month}" for month in months_around_today()),
    *(f"/{path}/feed/{name}" for path in FOLLOWED for name in ("", "atom/", "json/")),
    *(f"/nl/{path}/" for path in ("gebouwen", "gebouwen/zichtbare-toren", "kaart", "kaart/faciliteiten", "netwerk")),
    *(f"/en/{path}" for path in ("buildings/", "map/", "map/facilities/", "network/?from=zichtbaar")),
    *(f"/nl/{path}/?format=json" for path in ("gebouwen", "netwerk")),
    "/nl/zoeken/?q=kanarie",
    "/en/search/?q=kanarie",
    "/nl/zoeken/?q=kanarei",  # Misspelt: a correction tells a word.
    "/en/search/?q=kanaries&format=json",
    "/en/search/suggestions/?q=kanarie",
    "/nl/organisaties/?q=kanarie",
    "/nl/organisaties/zichtbaar/",
    "/en/organisations/zichtbaar/",
    "/nl/faciliteiten/zichtbaar-lab/",
    "/nl/apparatuur/zichtbaar-apparaat/",
    "/nl/onderwijs/samenwerkingen/zichtbaar-samen/",
    "/nl/onderwijs/samenwerkingen/zichtbaar-samen/?on=2021-01-01",
    "/nl/agenda/zichtbaar-feest/",
    "/en/events/zichtbaar-feest/",
    "/nl/onderwijs/cursussen/zichtbare-cursus/",
    "/nl/onderwijs/opleidingen/zichtbare-opleiding/",
    "/nl/onderwijs/stages/zichtbare-stage/",
    "/nl/organisaties/?internships=yes",
    "/nl/nieuws/zichtbaar-bericht/",
    "/nl/nieuws/zichtbaar-gesprek/",
    *("/nl/pers/cijfers/", "/en/press/figures/", "/nl/pers/beeldbank/", "/en/press/images/"),
    *(f"/nl/nieuws/zichtbaar-persbericht/{part}" for part in ("", "text/", "press-pack/")),
    "/nl/vraag/faciliteit/zichtbaar-lab/",
    "/nl/vraag/cursus/zichtbare-cursus/",
    "/en/ask/partnership/zichtbaar-samen/sent/",
    "/en/ask/organisation/zichtbaar/",
    "/nl/jouw-vermelding/aanvragen/zichtbaar/",
    "/en/your-entry/ask/zichtbaar/sent/",
    "/nl/klopt-er-iets-niet/organisatie/zichtbaar/",
    "/nl/klopt-er-iets-niet/faciliteit/zichtbaar-lab/verstuurd/",
    "/en/something-wrong/event/zichtbaar-feest/",
    "/en/something-wrong/building/zichtbare-toren/",
    "/nl/mensen/anna-zichtbaar/",
    "/en/people/anna-zichtbaar/",
]  # fmt: skip

# What a hidden thing would answer at, if it were not hidden.
ADDRESSES = [
    "/nl/organisaties/kanarie/",
    "/en/organisations/kanarie/",
    "/nl/faciliteiten/kanarie/",
    "/nl/apparatuur/kanarie/",
    "/en/equipment/kanarie-elders/",
    "/nl/onderwijs/cursussen/kanarie/",
    "/nl/onderwijs/opleidingen/kanarie/",
    *("/nl/onderwijs/stages/kanarie/", "/en/education/internships/kanarie-elders/"),
    "/nl/onderwijs/samenwerkingen/kanarie/",
    "/nl/agenda/kanarie/",
    "/en/events/kanarie/",
    "/nl/mensen/kanarie/",
    "/en/people/kanarie/",
    *(f"/nl/nieuws/kanarie-pressreleasefactory/{part}" for part in ("", "text/", "press-pack/")),
    "/en/news/kanarie-interviewfactory/",
    "/nl/kanarie/",
    "/nl/kanarie-verklaring/",
    *(f"/nl/vraag/{kind}/kanarie/" for kind in ("faciliteit", "cursus", "samenwerking", "organisatie")),
    *(f"/en/ask/{kind}/kanarie/sent/" for kind in ("facility", "course", "partnership", "organisation")),
    *(f"/nl/jouw-vermelding/aanvragen/kanarie/{after}" for after in ("", "verstuurd/")),
    *(f"/en/something-wrong/{kind}/kanarie/{after}" for kind in KINDS_WITH_MISTAKES for after in ("", "sent/")),
    "/api/v1/organisations/kanarie",
    "/api/v1/facilities/kanarie",
    "/api/v1/equipment/kanarie",
    "/api/v1/equipment/kanarie-elders",
    *("/api/v1/events/kanarie", "/api/v1/internships/kanarie", "/api/v1/internships/kanarie-voorbij"),
]
