"""Machine translation over HTTP, by the service that ``TRANSLATOR_URL`` names; none where it is empty.

``deepl+https://KEY@api.deepl.com`` or ``libretranslate+https://[KEY@]host``.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

SECONDS_TO_WAIT = 20
AT_ONCE = 40  # Texts in a request; DeepL takes 50.
LARGEST_ANSWER = 4_000_000


class MachineFailed(Exception):
    """The service gave no translation; says why, for staff."""


class Machine(Protocol):
    """A service that translates pieces of HTML and keeps their markup."""

    name: str

    def translate(self, pieces: list[str], source: str, target: str) -> list[str]:
        """The pieces in the other language, in their order."""


class DeepL:
    """DeepL's API, version 2."""

    name = "DeepL"
    codes = {"en": "EN-GB"}

    def __init__(self, address: str, key: str) -> None:
        self.address, self.key = address, key

    def translate(self, pieces: list[str], source: str, target: str) -> list[str]:
        """As HTML, so that tags stay."""
        asked = {
            "text": pieces,
            "source_lang": source.upper(),
            "target_lang": self.codes.get(target, target.upper()),
            "tag_handling": "html",
        }
        headers = {"Authorization": f"DeepL-Auth-Key {self.key}"}
        answer = ask(f"{self.address}/v2/translate", asked, headers)
        return [each["text"] for each in answer["translations"]]


class LibreTranslate:
    """A LibreTranslate server, the park's own or somebody else's."""

    name = "LibreTranslate"

    def __init__(self, address: str, key: str) -> None:
        self.address, self.key = address, key

    def translate(self, pieces: list[str], source: str, target: str) -> list[str]:
        """As HTML, so that tags stay."""
        asked = {"q": pieces, "source": source, "target": target, "format": "html"}
        answer = ask(f"{self.address}/translate", asked | ({"api_key": self.key} if self.key else {}), {})
        return list(answer["translatedText"])


KINDS: dict[str, type[DeepL] | type[LibreTranslate]] = {"deepl": DeepL, "libretranslate": LibreTranslate}


def machine() -> Machine | None:
    """The service of the settings, or None."""
    if not settings.TRANSLATOR_URL:
        return None
    kind, _plus, address = settings.TRANSLATOR_URL.partition("+")
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return KINDS[kind](f"{parts.scheme}://{host}{parts.path.rstrip('/')}", unquote(parts.username or ""))


def translated_pieces(service: Machine, pieces: list[str], source: str, target: str) -> list[str]:
    """All pieces, some at a time. Raises MachineFailed unless there is an answer for each."""
    answers: list[str] = []
    for some in _some_at_a_time(pieces):
        try:
            given = service.translate(some, source, target)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise MachineFailed(_("%(name)s gave no answer that can be used.") % {"name": service.name}) from error
        if len(given) != len(some) or not all(isinstance(each, str) for each in given):
            raise MachineFailed(_("%(name)s gave no answer that can be used.") % {"name": service.name})
        answers += given
    return answers


def ask(url: str, asked: dict[str, Any], headers: dict[str, str]) -> Any:
    """The answer to a question in JSON. Raises OSError or ValueError."""
    body = json.dumps(asked).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json", **headers})  # noqa: S310
    with urllib.request.urlopen(request, timeout=SECONDS_TO_WAIT) as answer:  # noqa: S310 -- the settings' own address.
        return json.loads(answer.read(LARGEST_ANSWER))


def _some_at_a_time(pieces: list[str]) -> Iterator[list[str]]:
    for begin in range(0, len(pieces), AT_ONCE):
        yield pieces[begin : begin + AT_ONCE]
