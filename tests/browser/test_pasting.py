"""A paste from Word or a web page keeps structure and drops the rest."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.staff import add_block, log_in

WEB_PAGE = """
<main>
  <p>nl en</p>
  <h1 style="color: red">Nieuwe cleanroom</h1>
  <p style="font: 20px Comic Sans MS">De ruimte is <b>vandaag</b> ge\u200bopend, zie
    <a href="https://example.org/zaal?utm_source=nieuwsbrief&amp;id=7&amp;fbclid=x">de zaal</a>.</p>
  <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Zaal">
  <h2>Wie mag erin</h2>
  <ul><li>studenten</li><li>bedrijven</li></ul>
  <script>document.title = "gekaapt"</script>
  <p>Tot&nbsp;ziens.</p>
  <p>Deze website maakt gebruik van cookies.  Meer informatie.</p>
</main>
"""
WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin: 0}</style></head><body>
<!--StartFragment-->
<h2 class="MsoHeading2">Programma<o:p></o:p></h2>
<p class="MsoNormal" style="mso-fareast-language: NL"><b>Twee</b>&nbsp;dagen<o:p></o:p></p>
<p class="MsoListParagraphCxSpFirst" style="text-indent:-18pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.
  <span>&nbsp;&nbsp;</span></span>koffie</p>
<p class="MsoListParagraphCxSpLast" style="text-indent:-18pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.
  <span>&nbsp;&nbsp;</span></span>thee</p>
<!--EndFragment--></body></html>
"""
PASTE = """(editor, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", "plain");
  editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The form of a new news story, with an empty block of text."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_extra_http_headers({"Accept-Language": "en"})
    log_in(page, "publisher")
    page.goto("/cms/news-stories/choose_parent/?locale=nl")
    add_block(page, "Text")
    return page


def blocks(page: Page) -> list[str]:
    """What the editor holds: the kind of each paragraph and its text."""
    found = page.locator("[data-contentpath=body] [data-block=true]")
    return found.evaluate_all("found => found.map(block => `${block.localName}: ${block.textContent}`)")


def saved(page: Page, text: str) -> str:
    """What the form would send, once the editor has written the text into it: it waits for the typing to rest."""
    value = page.locator("[data-contentpath=body] input[name$=-value]").last
    expect(value).to_have_value(re.compile(re.escape(text)))
    return value.input_value()


def test_from_a_web_page(page: Page, context: BrowserContext) -> None:
    other = context.new_page()
    other.set_content(WEB_PAGE)
    other.keyboard.press("Control+A")
    other.keyboard.press("Control+C")
    other.close()
    page.locator("[data-contentpath=body] [contenteditable=true]").click()
    page.keyboard.press("Control+V")
    expect(page.locator("[data-contentpath=body] h3")).to_have_text("Nieuwe cleanroom")
    assert blocks(page) == [
        "h3: Nieuwe cleanroom",
        "div: De ruimte is vandaag geopend, zie de zaal.",
        "h4: Wie mag erin",
        "li: studenten",
        "li: bedrijven",
        "div: Tot ziens.",
    ]
    content = saved(page, '"style":"BOLD"')
    assert '"url":"https://example.org/zaal?id=7"' in content
    assert not any(letter in content for letter in "\u200b\u00a0")


def test_from_word(page: Page) -> None:
    page.locator("[data-contentpath=body] [contenteditable=true]").evaluate(PASTE, WORD)
    expect(page.locator("[data-contentpath=body] h3")).to_have_text("Programma")
    assert blocks(page) == ["h3: Programma", "div: Twee dagen", "li: koffie", "li: thee"]
    assert "koffie" in saved(page, "ordered-list-item")
