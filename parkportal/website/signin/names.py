"""How accounts are told apart while somebody signs in."""

import unicodedata
from typing import Any

from django.http import HttpRequest

from parkportal.core.public_forms import client_address, network_of
from parkportal.core.public_forms.limits import keyed_hash


def network_address(request: HttpRequest) -> str:
    """The network somebody comes from (a /24 or /64), by its first address."""
    return str(network_of(client_address(request)).network_address)


def plain(name: Any) -> str:
    """A user name as the database compares it."""
    return unicodedata.normalize("NFKC", str(name or "")).strip().casefold()


def hashed_name(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """What stands for a user name where attempts are counted: people also type a password there by mistake."""
    return keyed_hash("user name", plain((credentials or {}).get("username")))
