"""Takes pictures that are the same the next time: one width, no moving parts, no times of today, no secrets."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import qrcode
from PIL import Image
from playwright.sync_api import Locator, Page
from qrcode.image.svg import SvgPathImage

from .worker import settled

WIDTH = 960
QUALITY = 70
ABOVE = 12
STILL = """
    *, ::before, ::after { caret-color: transparent !important; transition: none !important }
    *, ::before, ::after { animation: none !important }
    .w-human-readable-date { visibility: hidden }
    .messages, .xdsoft_datetimepicker { display: none !important }
"""
TO_THE_LEFT = "document.querySelectorAll('main, main *').forEach(each => { each.scrollLeft = 0 })"
TO_THE_BEGINNING = "document.querySelectorAll('html, main, main *').forEach(each => each.scrollTo(0, 0))"
KEY = "JBSW Y3DP EHPK 3PXP"
EXCHANGE_KEY = """([key, picture]) => {
    const [code, drawn] = [document.querySelector(".signin__key"), document.querySelector(".signin__picture")];
    if (!code) return null;
    const before = [code.textContent, drawn.src];
    [code.textContent, drawn.src] = [key, picture];
    return before;
}"""


class Camera:
    """Keeps the pictures in a folder, and what they are called."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.taken = folder, set[str]()

    def __call__(self, name: str, page: Page, *, height: int, first: Locator | None = None) -> None:
        """What stands below the top of the page, or of something on it, beside the menu of the admin."""
        if name in self.taken:
            return
        self.taken.add(name)
        with without_secret(page):
            take(page, self.folder / f"{name}.webp", height=height, first=first)

    def forget_others(self) -> None:
        """No picture is left that nothing shows any more."""
        for file in self.folder.glob("*.webp"):
            if file.stem not in self.taken:
                file.unlink()


@contextmanager
def without_secret(page: Page) -> Iterator[None]:
    """An example for the while, instead of the key that was made for an account."""
    picture = qrcode.make(KEY, image_factory=SvgPathImage).to_string().decode()
    before = page.evaluate(EXCHANGE_KEY, [KEY, f"data:image/svg+xml;utf8,{quote(picture)}"])
    yield
    if before:
        page.evaluate(EXCHANGE_KEY, before)


def take(page: Page, file: Path, *, height: int, first: Locator | None) -> None:
    """One picture."""
    still = page.add_style_tag(content=STILL)
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement?.blur()")
    settled(page)
    page.evaluate(TO_THE_BEGINNING)
    if first is not None:
        first.evaluate("it => { it.scrollIntoView({block: 'start'}); window.scrollBy(0, -120) }")
        page.evaluate(TO_THE_LEFT)
    page.wait_for_timeout(500)
    size, box = page.viewport_size, first.bounding_box() if first else None
    assert size is not None
    top = min(max(0, box["y"] - ABOVE), size["height"] - height) if box else 0
    beside = size["width"] - WIDTH
    left = beside if page.locator("#wagtail-sidebar").count() else beside // 2
    clip = {"x": left, "y": round(top), "width": WIDTH, "height": height}
    picture = Image.open(io.BytesIO(page.screenshot(clip=clip)))  # type: ignore[arg-type]
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").save(file, "WEBP", quality=QUALITY, method=6)
    still.evaluate("it => it.remove()")
