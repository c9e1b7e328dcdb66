"""The identity is one file: its colours can be read by everybody, and nothing else names a colour."""

import re
from pathlib import Path

import pytest

from parkportal.demo.pictures.oklch import to_hex
from parkportal.demo.pictures.palette import SECTOR_HUES

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
IDENTITY = (CSS / "identity.css").read_text()
TOKENS = dict(re.findall(r"^  (--[\w-]+): (.+);$", IDENTITY, re.MULTILINE))
SECTORS = re.findall(r"^\.sector--([\w-]+) \{ --day: (.+?); --night: (.+?); \}$", IDENTITY, re.MULTILINE)
COLOUR = r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)"
THEMES = {"day": 0, "night": -1}

BODY, TEXT, SHAPE = 7.0, 4.5, 3.0
"""WCAG 2.2: AAA for what is read at length, AA for other text, and for what shows where something is."""

PAIRS = [
    *(("--ink", ground, BODY) for ground in ("--paper", "--paper-deep", "--mark", "--water", "--green")),
    ("--ink-soft", "--paper", BODY),
    ("--ink-soft", "--paper-deep", BODY),
    *((ink, "--paper", TEXT) for ink in ("--signal", "--signal-strong", "--good", "--caution", "--bad")),
    ("--signal-strong", "--paper-deep", TEXT),
    ("--on-signal", "--signal", TEXT),
    ("--on-signal", "--signal-strong", TEXT),
    ("--on-deep", "--deep", BODY),
    ("--on-deep-soft", "--deep", BODY),
    ("--signal-on-deep", "--deep", TEXT),
    ("--line-firm", "--paper", SHAPE),
    ("--tie-blue", "--paper", SHAPE),
    ("--tie-violet", "--paper", SHAPE),
]


def colour(name: str, theme: str) -> str:
    """A token's colour by day or by night, as #rrggbb."""
    value = TOKENS[name]
    return to_hex(*map(float, re.findall(COLOUR, value)[THEMES[theme]]))


def luminance(shade: str) -> float:
    """WCAG 2.2's relative luminance."""
    parts = (int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_ink_stands_out_from_its_ground(ink: str, ground: str, least: float, theme: str) -> None:
    assert contrast(colour(ink, theme), colour(ground, theme)) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sector", SECTORS, ids=lambda sector: sector[0])
def test_a_sector_is_seen_on_paper_and_its_pictogram_on_it(sector: tuple[str, str, str], theme: str) -> None:
    hue = to_hex(*map(float, re.findall(COLOUR, sector[1 + abs(THEMES[theme])])[0]))
    assert contrast(hue, colour("--paper", theme)) >= TEXT
    assert contrast(colour("--on-sector", theme), hue) >= TEXT


def test_the_drawn_pictures_have_the_hues_of_the_site() -> None:
    site = {key: tuple(to_hex(*map(float, re.findall(COLOUR, hue)[0])) for hue in hues) for key, *hues in SECTORS}
    assert {key: tuple(hues) for key, hues in SECTOR_HUES.items()} == site


def test_motion_stops_for_who_asks_for_none() -> None:
    assert "prefers-reduced-motion: reduce" in IDENTITY
    for file in CSS.rglob("*.css"):
        timed = re.findall(r"(?:transition|animation)[^;]*\d+m?s", file.read_text())
        assert not timed, f"{file.name}: {timed} is not a token"


def test_nothing_but_the_identity_names_a_colour_or_a_face() -> None:
    raw = re.compile(r"#[0-9a-f]{3,8}\b|(?:oklch|oklab|rgb|hsl)a?\(\d|font-family: \"|\b(?:white|black)\b")
    for file in CSS.rglob("*.css"):
        if file.name in {"identity.css", "print.css"} or file.parent.name == "staff":
            continue
        assert not raw.findall(re.sub(r"/\*.*?\*/|white-space|var\(--[\w-]+\)", "", file.read_text())), file.name


def faces() -> list[tuple[str, Path]]:
    """The family and the file of each face that is served."""
    rules = re.findall(r"@font-face \{(.*?)\}", IDENTITY, re.DOTALL)
    found = [(re.search(r'family: "([^"]+)"', rule), re.search(r'url\("\.\./([^"]+)"\)', rule)) for rule in rules]
    return [(family[1], CSS.parent / file[1]) for family, file in found if family and file]


def test_faces_are_served_from_here_and_carry_their_licence() -> None:
    assert len(faces()) >= 2
    for _, file in faces():
        assert file.exists(), file
        assert (file.parent / "LICENSE").exists(), file


@pytest.mark.parametrize(("template", "file"), [("base", "schibsted-grotesk"), ("news/article", "newsreader")])
def test_the_face_of_a_page_is_preloaded_and_light(template: str, file: str) -> None:
    html = (CSS.parents[1] / "templates" / f"{template}.html").read_text()
    (preloaded,) = re.findall(r'rel="preload" href="\{% static "([^"]+)" %\}" as="font"', html)
    path = CSS.parent / preloaded
    assert path.stem == file
    assert path in [face for _, face in faces()]
    assert path.stat().st_size <= 22_000


def test_every_family_has_a_fallback_of_the_same_metrics() -> None:
    for name in ("--sans", "--serif"):
        _, fallback, _ = TOKENS[name].split(", ")
        rule = re.search(rf"family: {fallback};(.*?)\}}", IDENTITY, re.DOTALL)
        assert rule, fallback
        for measure in ("size-adjust", "ascent-override", "descent-override", "line-gap-override"):
            assert measure in rule[1]
