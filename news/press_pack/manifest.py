"""What a press pack holds, under the names of IPTC's ninjs (iptc.org/standards/ninjs)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils.translation import override

from parkportal.core.json_ld import filled

from .pictures import PressPicture
from .plain_text import html_as_text, plain_text

if TYPE_CHECKING:
    from ..models import PressRelease

Json = dict[str, Any]
JPEG = "image/jpeg"


def release_item(release: "PressRelease", names: dict[str, str]) -> Json:
    """A release in its own language; ``names`` are those of its files by their media type."""
    with override(release.locale.language_code):
        issuer = release.visible_issuer
        embargo = release.embargo_until if release.is_embargoed else None
        published, changed = release.first_published_at, release.last_published_at
        return filled(
            {
                "uri": release.absolute_url,
                "altids": {"release": release.stable_id, "number": release.number},
                "type": "text",
                "profile": "press-release",
                "pubstatus": "usable",
                "embargoed": embargo.isoformat() if embargo else "",
                "language": release.locale.language_code,
                "headline": release.title,
                "description_text": release.lead,
                "body_text": plain_text(release),
                "byline": release.author or str(issuer or ""),
                "located": release.place,
                "firstcreated": published.isoformat() if published else release.date.isoformat(),
                "versioncreated": changed.isoformat() if changed else release.date.isoformat(),
                "copyrightholder": str(issuer or ""),
                "ednote": html_as_text(release.notes),
                "organisation": [
                    filled({"name": str(each), "uri": each.absolute_url}) for each in release.organisations
                ],
                "subject": [{"name": topic.name} for topic in release.topic_tags],
                "renditions": {
                    kind.rpartition("/")[2]: {"href": name, "mimetype": kind} for kind, name in names.items()
                },
            }
        )


def picture_item(picture: PressPicture, folder: str) -> Json:
    """An image in all its sizes; its words are in the active language."""
    return filled(
        {
            "type": "picture",
            "mimetype": JPEG,
            "headline": picture.image.title,
            "description_text": picture.caption,
            "description_alt": picture.alt,
            "byline": picture.image.creator,
            "copyrightholder": picture.image.creator,
            "copyrightnotice": picture.credit,
            "usageterms": ". ".join(filter(None, [picture.licence, picture.terms])),
            "license": picture.licence_url,
            "renditions": {
                file.size.key: {
                    "href": f"{folder}/{file.name}",
                    "mimetype": JPEG,
                    "width": file.rendition.width,
                    "height": file.rendition.height,
                    "sizeinbytes": file.bytes,
                }
                for file in picture.files
            },
        }
    )


def manifest(items: Iterable[Json], pictures: dict[str, list[Json]], files: list[Json]) -> Json:
    """The releases, their images in each language, and every file of the pack with its size and SHA-256."""
    return {"items": list(items), "pictures": pictures, "files": files}
