"""An address of every type of page, and what of the code it shows; the longer words of Dutch first."""

from typing import NamedTuple


class PageType(NamedTuple):
    """A page of the demo; ``shows`` names its template, a row's template or a page model that has none of its own."""

    path: str
    shows: tuple[str, ...] = ()
    status: int = 200


LIST = "components/record_index.html"
FORM, SENT = "public_form.html", "public_form_sent.html"
PAGE_TYPES = {
    "home": PageType("/nl/", ("website/home.html",)),
    "directory": PageType("/nl/organisaties/", (LIST, "organisations/organisation_row.html")),
    "directory-filtered": PageType("/nl/organisaties/?sector=vaccines&q=leiden"),
    "directory-empty": PageType("/nl/organisaties/?q=bestaatniet"),
    "directory-unknown-value": PageType("/nl/organisaties/?sector=onbekend"),
    "organisation": PageType("/nl/organisaties/janssen-vaccines/", ("organisations/organisation.html",)),
    "organisation-closed": PageType("/nl/organisaties/prosensa/"),
    "facilities": PageType("/en/facilities/", ("organisations/facility_row.html",)),
    "facility": PageType("/nl/faciliteiten/biotech-training-facility/", ("organisations/facility.html",)),
    "equipment": PageType("/en/equipment/?state=in-use", ("organisations/equipment_row.html",)),
    "instrument": PageType("/nl/apparatuur/titan-krios-1/", ("organisations/equipment.html",)),
    "instrument-out-of-use": PageType("/nl/apparatuur/voorbeeld-dna-sequencer-oud/"),
    "buildings": PageType("/nl/gebouwen/", ("organisations/building_row.html",)),
    "building": PageType("/nl/gebouwen/gorlaeus/", ("organisations/building.html",)),
    "map": PageType("/nl/kaart/", ("organisations/map.html",)),
    "map-of-facilities": PageType("/en/map/facilities/"),
    "network": PageType("/nl/netwerk/", ("website/network.html",)),
    "network-of-one": PageType("/nl/netwerk/?from=lumc"),
    "people": PageType("/nl/mensen/", ("organisations/people_index.html",)),
    "person": PageType("/nl/mensen/henri-lenferink/", ("organisations/person.html",)),
    "education": PageType("/nl/onderwijs/", ("education/education.html",)),
    "programmes": PageType("/nl/onderwijs/opleidingen/", ("education/programme_row.html",)),
    "programme": PageType("/en/education/programmes/laboratory-education-mlo/", ("education/programme.html",)),
    "courses": PageType("/en/education/courses/", ("education/course_row.html",)),
    "course": PageType("/nl/onderwijs/cursussen/aseptisch-werken/", ("education/course.html",)),
    "internships": PageType(
        "/nl/onderwijs/stages/", ("education/internship_index.html", "education/internship_row.html")
    ),
    "internship": PageType("/nl/onderwijs/stages/voorbeeld-stage-kwaliteitscontrole/", ("education/internship.html",)),
    "partnerships": PageType("/nl/onderwijs/samenwerkingen/", ("education/partnership_row.html",)),
    "partnership": PageType("/nl/onderwijs/samenwerkingen/civ-bio-sciences/", ("education/partnership.html",)),
    "partnership-of-a-day": PageType("/nl/onderwijs/samenwerkingen/civ-bio-sciences/?on=2023-06-01"),
    "agenda": PageType("/nl/agenda/", ("education/calendar.html",)),
    "agenda-of-a-month": PageType("/nl/agenda/?month=2026-10"),
    "event": PageType("/nl/agenda/opening-biotech-training-facility/", ("education/event.html",)),
    "propose-event": PageType("/nl/evenement-voorstellen/", (FORM,)),
    "news": PageType("/nl/nieuws/", ("news/news_index.html",)),
    "article": PageType("/nl/nieuws/opening-biotech-training-facility/", ("news/article.html", "news.NewsStory")),
    "article-in-one-language": PageType("/nl/nieuws/practor-bio-sciences-begonnen/"),
    "interview": PageType("/en/news/interview-thijs-de-kleer-and-saco-de-visser/", ("news/interview.html",)),
    "press-release": PageType("/nl/nieuws/kerncijfers-2024/", ("news/press_release.html",)),
    "background": PageType("/nl/nieuws/geschiedenis-van-crucell/", ("news/background.html",)),
    "statement": PageType("/nl/nieuws/over-deze-demo/", ("news/statement.html",)),
    "report": PageType("/nl/nieuws/campusgroei-2024/", ("news/report.html",)),
    "event-report": PageType("/nl/nieuws/koning-opent-vleugel-lis/", ("news.EventReport",)),
    "press-room": PageType("/nl/pers/", ("news/press_room.html",)),
    "fact-sheet": PageType("/nl/pers/cijfers/", ("news/fact_sheet.html",)),
    "image-library": PageType("/en/press/images/", ("news/image_library.html",)),
    "alerts": PageType("/nl/pers/berichten/"),
    "alerts-sent": PageType("/nl/pers/berichten/verstuurd/", (SENT,)),
    "corrections": PageType("/nl/correcties/", ("news/corrections_page.html",)),
    "about": PageType("/nl/over-het-park/", ("website/standard_page.html",)),
    "accessibility": PageType("/nl/toegankelijkheid/", ("website/accessibility.html",)),
    "glossary": PageType("/nl/begrippen/", ("website/glossary.html",)),
    "entry-link": PageType("/nl/jouw-vermelding/aanvragen/universiteit-leiden/"),
    "question": PageType("/nl/vraag/faciliteit/biotech-training-facility/"),
    "search": PageType("/nl/zoeken/?q=cleanroom", ("website/search.html",)),
    "search-empty": PageType("/nl/zoeken/?q=zzzzzz"),
    "not-found": PageType("/nl/bestaat-niet/", ("404.html",), 404),
    "not-understood": PageType("/nl/zoeken/?q=%00", ("400.html",), 400),
}
