"""Reading a page's structured data as others do."""

from typing import Any

import extruct
from django.test import Client
from django.utils.html import strip_tags

HOST = "http://testserver"


def read(client: Client, path: str) -> tuple[dict[str, Any], str]:
    """A page's structured data, and its text."""
    html = client.get(path).content.decode()
    (data,) = extruct.extract(html, base_url=HOST, syntaxes=["json-ld"])["json-ld"]
    return data, " ".join(strip_tags(html.split("<main", 1)[1]).split())
