"""The drawn signs: a file of ``static/icons/`` for each family, a symbol in it for each sign."""

import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

SYMBOL = re.compile(r'<symbol id="(?P<name>[^"]+)"[^>]*>(?P<shapes>.*?)</symbol>')
FAMILIES = ("interface", "sectors", "facilities")


@cache
def drawn(family: str) -> dict[str, str]:
    """The shapes of each sign of a family by its name, on a field of 24 by 24."""
    text = Path(str(finders.find(f"icons/{family}.svg"))).read_text(encoding="utf-8")
    return {found["name"]: found["shapes"] for found in SYMBOL.finditer(text)}
