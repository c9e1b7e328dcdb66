"""Paragraphs as people write them, with what the check before publishing should say of each."""

from parkportal.core.checks.finding import Severity
from parkportal.core.checks.names import RegisteredName

NL, EN = "nl", "en"
ERROR, WARNING = Severity.ERROR, Severity.WARNING
FINE = None

# The language, a paragraph, what is found (a rule and how bad it is), what the message names.
PARAGRAPHS = {
    # Names
    "park-joined": (NL, "Het Leiden BioScience Park groeit door.", ("names", ERROR), "Leiden Bio Science Park"),
    "park-capitals": (NL, "Bij het Leiden Bioscience park is ruimte.", ("names", ERROR), "Leiden Bioscience park"),
    "park-typed": (EN, "Rooms at Leiden Bio Sciene Park are let fast.", ("names", ERROR), "Leiden Bio Sciene Park"),
    "park-hyphen": (EN, "Rooms at Leiden Bio-Science Park are let fast.", ("names", ERROR), "Leiden Bio-Science Park"),
    "park-right": (NL, "Het Leiden Bio Science Park, of LBSP, groeit door.", FINE, ""),
    "company-capitals": (NL, "De directeur van Baseclear kwam langs.", ("names", WARNING), "BaseClear"),
    "company-lower": (EN, "A visit to baseclear took an hour.", ("names", WARNING), "BaseClear"),
    "company-genitive": (EN, "It was BaseClear's idea, and BaseClear’s money.", FINE, ""),
    "company-dutch-genitive": (NL, "Dat was BaseClears eigen plan.", FINE, ""),
    "company-in-an-address": (NL, "Schrijf naar pers@baseclear.example of zie www.baseclear.com.", FINE, ""),
    "facility-capitals": (NL, "De microscopen van NeCen staan er al.", ("names", WARNING), "NeCEN"),
    "institution-capitals": (NL, "Het Leids Universitair Medisch centrum doet mee.", ("names", WARNING), "Centrum"),
    "museum-typed": (EN, "We met at Naturalis Biodiverstity Center last week.", ("names", WARNING), "Biodiversity"),
    "centre-spelling": (EN, "The Center for Human Drug Research moved.", ("names", WARNING), "Centre for Human"),
    "person-capitals": (EN, "A talk by Thijs De Kleer followed.", ("names", WARNING), "Thijs de Kleer"),
    "person-lower": (NL, "Ook thijs de kleer was er.", ("names", WARNING), "Thijs de Kleer"),
    "person-typed": (NL, "Ook Thijs de Klaer was er.", ("names", WARNING), "Thijs de Kleer"),
    "known-mistake": (EN, "A cell lab of Bioclear opened.", ("names", ERROR), "BaseClear"),
    "noun-first": (NL, "Samen met de gemeente Leiden en de stichting zelf.", FINE, ""),
    "a-word-too": (NL, "Het menselijk corpus telt ruim tweehonderd botten.", FINE, ""),
    "a-word-at-the-start": (EN, "Charming rooms are for rent at Pharming.", FINE, ""),
    "numbers-differ": (NL, "Naast BioPartner 4 komt BioPartner 5.", FINE, ""),
    "longer-name": (NL, "De Ondernemersvereniging Bio Science Park vergadert.", FINE, ""),
    "longer-name-wrong": (NL, "De Ondernemersvereniging  BioScience Park vergadert.", ("names", WARNING), "BioScience"),
    "headline-in-capitals": (EN, "NEWS FROM BASECLEAR AND THE LEIDEN BIO SCIENCE PARK", FINE, ""),
    # Letters
    "bold-symbols": (EN, "This is 𝗯𝗿𝗮𝗻𝗱 𝗻𝗲𝘄 for us.", ("letters", ERROR), "brand new"),
    "script-symbols": (NL, "Welkom bij ons 𝓯𝓮𝓮𝓼𝓽 morgen.", ("letters", ERROR), "feest"),
    "full-width": (NL, "Nu met ＧＭＰ erbij.", ("letters", ERROR), "GMP"),
    "circled": (EN, "Come to the ⓞⓟⓔⓝ day.", ("letters", ERROR), "open"),
    "a-formula": (EN, "At 37 °C the rate 𝛼 is 2 µm² per second, with H₂O.", FINE, ""),
    "accents": (NL, "Daniëlle’s café, één straat verder, vóór de brug.", FINE, ""),
    "misread": (NL, "De patiÃ«nt komt terug.", ("letters", WARNING), "Ã«"),
    # Claims
    "unique-nl": (NL, "Het oefenlab is uniek in de wereld.", ("claims", WARNING), "uniek in de wereld"),
    "first-nl": (NL, "Dit is het eerste centrum voor bioproductie in Nederland.", ("claims", WARNING), "eerste"),
    "only-nl": (NL, "De enige school van Europa met zo’n werkplaats.", ("claims", WARNING), "enige"),
    "worlds-nl": (NL, "Hier staat ’s werelds grootste microscoop.", ("claims", WARNING), "werelds grootste"),
    "unique-en": (EN, "The practice lab is unique in the world.", ("claims", WARNING), "unique in the world"),
    "first-far-en": (
        EN,
        "The lab is the first training centre in the bio and pharmaceutical industry in the Netherlands.",
        ("claims", WARNING),
        "first training centre",
    ),
    "premier-en": (EN, "The premier life science hotspot in the Netherlands.", ("claims", WARNING), "premier"),
    "first-en": (EN, "It is the first training lab of its kind in the Netherlands.", ("claims", WARNING), "first"),
    "largest-en": (EN, "The largest life-science cluster in the country grows on.", ("claims", WARNING), "largest"),
    "with-source-nl": (NL, "Volgens de minister is het lab uniek in de wereld.", FINE, ""),
    "with-source-en": (EN, "According to its director it is the first in Europe.", FINE, ""),
    "with-link": (EN, '<p>It is the <a href="https://example.org/list">largest cluster in Europe</a>.</p>', FINE, ""),
    "not-a-claim-nl": (NL, "De eerste cursus begint in maart, de grootste zaal is vol.", FINE, ""),
    "not-a-claim-en": (EN, "The first course starts in March, in the largest room.", FINE, ""),
    "a-unique-room": (NL, "Elke deelnemer krijgt een uniek nummer.", FINE, ""),
    # Figures
    "more-than-nl": (NL, "Er werken meer dan 18.000 mensen.", ("figures", WARNING), "18.000"),
    "companies-nl": (NL, "Op het terrein zitten ruim 100 bedrijven.", ("figures", WARNING), "100"),
    "companies-en": (EN, "The park is home to over 85 companies.", ("figures", WARNING), "85"),
    "money-en": (EN, "They raised 17.5 million euros this spring.", ("figures", WARNING), "17.5 million"),
    "share-nl": (NL, "Van de studenten vindt 92% meteen werk.", ("figures", WARNING), "92%"),
    "figure-with-source": (NL, "Volgens de gemeente werken er meer dan 18.000 mensen.", FINE, ""),
    "a-day": (NL, "Op 8 februari 2016 om 14.30 uur ging zaal 3 open.", FINE, ""),
    "a-phone": (EN, "Call +31 71 000 01 23 or walk to 12 Archimedesweg, 2333 CN Leiden.", FINE, ""),
    # Quotes in the text
    "nobody-says-nl": (
        NL,
        "“Wij gaan hier met z’n allen hard aan werken.” De zaal klapte.",
        ("quotes", WARNING),
        "Wij gaan",
    ),
    "nobody-says-en": (EN, "“This is what the region has waited for.” People cheered.", ("quotes", WARNING), "This is"),
    "somebody-says-nl": (NL, "“Wij gaan hier met z’n allen hard aan werken”, zegt de wethouder.", FINE, ""),
    "somebody-says-en": (EN, "The mayor said: “This is what the region has waited for.”", FINE, ""),
    "a-title": (NL, "Het boek “Leven in de cel” ligt klaar.", FINE, ""),
    # Language
    "english-in-dutch": (
        NL,
        "The opening was attended by those who have worked for it from the very start.",
        ("language", ERROR),
        "",
    ),
    "dutch-in-english": (
        EN,
        "De opening werd bijgewoond door wie er vanaf het begin aan heeft gewerkt.",
        ("language", ERROR),
        "",
    ),
    "english-name-in-dutch": (NL, "De cursus ‘The Appliance of Science’ wordt ook dit jaar gegeven.", FINE, ""),
    "dutch-name-in-english": (
        EN,
        "The Vereniging van Ondernemers in de Regio met Hart was there with its board.",
        FINE,
        "",
    ),
    "terms-only": (NL, "Cleanroom, cryo-EM, mass spectrometry, flow cytometry, gene therapy.", FINE, ""),
    # Furniture
    "cookies-nl": (NL, "Deze website maakt gebruik van cookies.  Meer informatie.", ("furniture", ERROR), "cookies"),
    "cookies-en": (EN, "This site uses cookies.", ("furniture", ERROR), "cookies"),
    "switch": (NL, "nl en", ("furniture", ERROR), "nl en"),
    "switch-words": (EN, "Nederlands | English", ("furniture", ERROR), ""),
    "share-row": (EN, "Share this: Facebook Twitter LinkedIn", ("furniture", ERROR), ""),
    "share-line": (NL, "Deel dit artikel", ("furniture", ERROR), ""),
    "click-here": (EN, "Click here to read more articles and interviews.", ("furniture", WARNING), ""),
    "read-more": (NL, "Lees verder »", ("furniture", WARNING), ""),
    "back": (NL, "Terug naar overzicht", ("furniture", ERROR), ""),
    "markdown": (EN, "Tags: [pharma](#), [biotech](#)", ("furniture", WARNING), ""),
    "about-cookies": (NL, "De site van het park plaatst geen cookies, want niemand hoeft gevolgd te worden.", FINE, ""),
    "about-sharing": (NL, "Deel je vraag met ons, dan zoeken we het uit.", FINE, ""),
    "more-information": (NL, "Meer informatie geeft de persvoorlichter.", FINE, ""),
}


REGISTERED = [
    RegisteredName("Leiden Bio Science Park", strict=True),
    RegisteredName("LBSP"),
    RegisteredName("BaseClear", instead_of=("Bioclear",)),
    RegisteredName("Leids Universitair Medisch Centrum"),
    *map(RegisteredName, ("Gemeente Leiden", "Ondernemersvereniging Bio Science Park", "CORPUS", "Pharming", "NeCEN")),
    *map(RegisteredName, ("Naturalis Biodiversity Center", "Centre for Human Drug Research", "Thijs de Kleer")),
    *map(RegisteredName, ("BioPartner 4", "BioPartner 5")),
]
