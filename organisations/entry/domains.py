"""Whether a mail address is of an organisation: its host is the organisation's own, or below that."""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from ..models import Organisation

SHARED = Path(__file__).parent / "shared_hosts.txt"


def is_of(email: str, organisation: Organisation) -> bool:
    """Whether the address is on a domain of the organisation's website or of its contacts' mailboxes."""
    host = _plain(email.rpartition("@")[2])
    return any(host == own or host.endswith(f".{own}") for own in domains_of(organisation))


def is_of_others(email: str, organisation: Organisation) -> bool:
    """Whether the address is of another organisation on the site as well, so that it doesn't tell for which one."""
    others = Organisation.objects.visible().exclude(pk=organisation.pk).only("website").prefetch_related("contacts")
    return any(is_of(email, other) for other in others)


def domains_of(organisation: Organisation) -> set[str]:
    """Its own domains; never one at which anybody may have a mailbox or a page."""
    hosts = [urlsplit(organisation.website).hostname or ""]
    hosts += [contact.email.rpartition("@")[2] for contact in organisation.contacts.all()]
    return {host for host in map(_plain, hosts) if "." in host and not is_shared(host)}


def is_shared(host: str) -> bool:
    """Whether a host, or one above it, belongs to a provider of mailboxes, pages or sites for everybody."""
    parts = host.split(".")
    return any(".".join(parts[number:]) in shared_hosts() for number in range(len(parts)))


@cache
def shared_hosts() -> frozenset[str]:
    """The hosts of the file, without its comments."""
    lines = (line.partition("#")[0].strip() for line in SHARED.read_text(encoding="utf-8").splitlines())
    return frozenset(filter(None, lines))


def _plain(host: str) -> str:
    """Lower case, as DNS knows it, without the “www” that no mailbox has."""
    host = host.strip(" .").lower().removeprefix("www.")
    try:
        return host.encode("idna").decode() if host else ""
    except UnicodeError:
        return ""
