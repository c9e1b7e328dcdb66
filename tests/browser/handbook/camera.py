"""Takes pictures that are the same the next time: one width, no moving parts, no times of today, no secrets."""

import io
from pathlib import Path
from urllib.parse import quote

import qrcode
from PIL import Image
from playwright.sync_api import Locator, Page
from qrcode.image.svg import SvgPathImage

WIDTH = 960
QUALITY = 70
ABOVE = 12
STILL = """
    *, ::before, ::after { caret-color: transparent !important; transition: none !important }
    *, ::before, ::after { animation: none !important }
    .w-human-readable-date { visibility: hidden }
    .messages { display: none }
"""
KEY = "JBSW Y3DP EHPK 3PXP"


def show_no_secret(page: Page) -> None:
    """An example instead of the key that was made for this account."""
    picture = qrcode.make(KEY, image_factory=SvgPathImage).to_string().decode()
    page.evaluate(
        """([key, picture]) => {
            document.querySelector(".signin__key").textContent = key;
            document.querySelector(".signin__picture").src = picture;
        }""",
        [KEY, f"data:image/svg+xml;utf8,{quote(picture)}"],
    )


def take(page: Page, file: Path, *, height: int, first: Locator | None = None) -> None:
    """What stands below the top of the page, or of something on it, beside the menu of the admin."""
    page.add_style_tag(content=STILL)
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement?.blur()")
    top = 0.0
    if first is not None:
        first.evaluate("it => { it.scrollIntoView({block: 'start'}); window.scrollBy(0, -120) }")
        box = first.bounding_box()
        top = max(0, box["y"] - ABOVE) if box else 0
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    beside = page.viewport_size["width"] - WIDTH
    left = beside if page.locator("#wagtail-sidebar").count() else beside // 2
    clip = {"x": left, "y": round(top), "width": WIDTH, "height": height}
    picture = Image.open(io.BytesIO(page.screenshot(clip=clip)))
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").save(file, "WEBP", quality=QUALITY, method=6)
