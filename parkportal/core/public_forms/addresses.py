"""Where a request comes from, when only the proxies in front of us can be believed."""

import ipaddress
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address
type Network = ipaddress.IPv4Network | ipaddress.IPv6Network

NOBODY = ipaddress.ip_address("0.0.0.0")  # noqa: S104 -- no address at all, such as a socket's; nothing listens on it.
NETWORK_BITS = {4: 24, 6: 64}  # What one household or office commonly has.


def client_address(request: HttpRequest) -> Address:
    """The nearest address that is not one of our proxies' (``TRUSTED_PROXIES``).

    Each proxy adds to the end of ``X-Forwarded-For`` whom it answers, so what stands before the nearest stranger is
    the stranger's own invention and is not read.
    """
    nearest = NOBODY
    for address in _from_near_to_far(request):
        nearest = address
        if not _is_proxy(address):
            break
    return nearest


def network_of(address: Address) -> Network:
    """The /24 or /64 of an address."""
    return ipaddress.ip_network((address, NETWORK_BITS[address.version]), strict=False)


def _from_near_to_far(request: HttpRequest) -> Iterator[Address]:
    remote = request.META.get("REMOTE_ADDR", "")
    if remote:  # A Unix socket has none: only a proxy of ours can be at its other end.
        address = _parsed(remote)
        if address is None:
            return
        yield address
    for text in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")):
        address = _parsed(text)
        if address is None:
            return
        yield address


def _parsed(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _is_proxy(address: Address) -> bool:
    return any(address in network for network in settings.TRUSTED_PROXIES)
