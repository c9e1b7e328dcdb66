"""Nothing moves when a face arrives: its fallback takes the same room."""

import pytest
from playwright.sync_api import Page

TEXT = "Van lab tot leslokaal: zoek wie er op het park zit, welke faciliteit je mag gebruiken en waar je kunt leren."
MEASURE = """([families, text]) => families.map((family) => {
  const line = document.createElement("span");
  line.textContent = text;
  line.style.cssText = `position: absolute; white-space: nowrap; font: 400 40px / normal ${family}`;
  document.body.append(line);
  const box = line.getBoundingClientRect();
  line.remove();
  return [box.width, box.height];
})"""


@pytest.mark.parametrize(
    ("path", "face", "fallback"),
    [
        ("/nl/", '"Schibsted Grotesk"', '"Grotesk fallback"'),
        ("/nl/nieuws/opening-biotech-training-facility/", '"Newsreader"', '"Reading fallback"'),
    ],
)
def test_a_fallback_takes_the_room_of_its_face(page: Page, path: str, face: str, fallback: str) -> None:
    page.goto(path)
    page.evaluate("document.fonts.ready")
    assert page.evaluate("(face) => document.fonts.check(`40px ${face}`)", face)
    (width, height), (other_width, other_height) = page.evaluate(MEASURE, [[face, fallback], TEXT])
    assert other_width == pytest.approx(width, rel=0.03)
    assert other_height == pytest.approx(height, rel=0.03)
