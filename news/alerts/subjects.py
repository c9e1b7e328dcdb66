"""What somebody can want to hear of: the park as a whole, a sector, an organisation, or a topic, each under a name.

The list of news and the page where one subscribes take the same query string, so that every list is an alert too.
"""

import uuid
from collections.abc import Iterable

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation
from parkportal.core.models import Vocabulary
from parkportal.core.term_cache import terms_of
from parkportal.core.visibility import is_published

from ..models import Article, ArticleTopic

PARK, SECTOR, ORGANISATION, TOPIC = "park", "sector", "organisation", "topic"
MOST = 20  # Of a kind, in one query string.


def subjects_of(article: Article) -> set[str]:
    """The names of all that an article is about.

    A facility counts as its operator. What is about no sector is about the park as a whole.
    """
    operators = {facility.operator for facility in article.facilities if is_published(facility.operator)}
    organisations = {*article.organisations, *operators}
    main = {organisation.sector for organisation in organisations if organisation.sector}
    others = {term for organisation in organisations for term in organisation.other_sectors.all()}
    sectors = {name_of(SECTOR, term.identifier) for term in main | others}
    topics = {name_of(TOPIC, tag.slug) for tag in article.topic_tags}
    return topics | {name_of(ORGANISATION, each.uuid) for each in organisations} | (sectors or {PARK})


def offered_to_all() -> dict[str, str | Promise]:
    """What every form offers: the park as a whole and its sectors, with their labels."""
    sectors = {name_of(SECTOR, term.identifier): str(term) for term in terms_of(Vocabulary.SECTOR)}
    return {PARK: _("The park as a whole"), **sectors}


def labels_of(names: Iterable[str]) -> dict[str, str | Promise]:
    """The labels of the organisations and topics among these names, as far as the public may see them."""
    parts = [name.partition(":")[::2] for name in names]
    keys = [key for kind, value in parts if kind == ORGANISATION and (key := _as_uuid(value))]
    slugs = [value for kind, value in parts if kind == TOPIC]
    organisations = Organisation.objects.visible().filter(uuid__in=keys) if keys else ()
    topics = ArticleTopic.objects.filter(tag__slug__in=slugs, content_object__in=Article.objects.visible().values("pk"))
    tags = topics.values_list("tag__slug", "tag__name") if slugs else ()
    return {
        **{name_of(ORGANISATION, each.uuid): str(each) for each in organisations},
        **{name_of(TOPIC, slug): name for slug, name in tags},
    }


def asked_in(params: QueryDict) -> list[str]:
    """What the query string of the list of news asks for, by name."""
    keys = params.getlist(ORGANISATION)[:MOST]
    organisations = Organisation.objects.visible().filter(**{f"{Organisation.fallback_slug_column}__in": keys})
    return [
        *(name_of(ORGANISATION, each.uuid) for each in (organisations if keys else ())),
        *(name_of(kind, value) for kind in (TOPIC, SECTOR) for value in params.getlist(kind)[:MOST]),
    ]


def name_of(kind: str, key: str | uuid.UUID) -> str:
    """The name of a thing of a kind."""
    return f"{kind}:{key}"


def _as_uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
