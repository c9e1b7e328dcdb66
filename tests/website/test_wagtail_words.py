"""What we say in place of Wagtail is compiled, and still something that Wagtail says."""

from pathlib import Path

import polib
import pytest
import wagtail.admin
from django.conf import settings

OURS = settings.BASE_DIR / "locale" / "wagtail"
WAGTAILS = Path(wagtail.admin.__file__).parent / "locale" / "en" / "LC_MESSAGES" / "django.po"


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_what_we_say_in_place_of_wagtail(language: str) -> None:
    folder = OURS / language / "LC_MESSAGES"
    ours = {entry.msgid: entry.msgstr for entry in polib.pofile(str(folder / "django.po"))}
    compiled = {entry.msgid: entry.msgstr for entry in polib.mofile(str(folder / "django.mo"))}
    assert ours == compiled
    assert ours.keys() <= {entry.msgid for entry in polib.pofile(str(WAGTAILS))}
