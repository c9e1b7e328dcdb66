from dataclasses import dataclass

from organisations.models import Organisation
from parkportal.core.languages import translated
from parkportal.core.models import Record
from parkportal.core.record_urls import index_url


@dataclass(frozen=True)
class Node:
    """An organisation of the network, as light as it can be: there may be thousands."""

    pk: int
    key: str
    name: str
    url: str
    sector: int


def all_nodes() -> dict[int, Node]:
    """The visible organisations by their key in the database, in one query."""
    url = index_url(Organisation) or ""
    rows = Organisation.objects.visible().annotate(shown_name=translated("name"), shown_slug=translated("slug"))
    return {
        pk: Node(pk, key, name, f"{url}{slug}/" if url else "", sector)
        for pk, key, name, slug, sector in rows.values_list(
            "pk", Record.fallback_slug_column, "shown_name", "shown_slug", "sector_id"
        )
    }
