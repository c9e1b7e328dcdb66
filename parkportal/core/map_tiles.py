"""A map from a tile server, for those who name one: its host is the only other host a page may ask."""

from typing import Any
from urllib.parse import urlsplit


def tile_source(url: str) -> str:
    """The server of a tile template as a source of the content policy; ``{s}`` stands for any subdomain."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}"


def with_tile_server(policy: dict[str, Any], url: str) -> dict[str, Any]:
    """The policy with a tile server's images allowed; unchanged without one."""
    return policy | {"img-src": [*policy["img-src"], tile_source(url)]} if url else policy
