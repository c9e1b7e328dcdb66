"""What has an address of its own in each language."""

from ..languages import current_language
from ..record_urls import absolute


class Addressed:
    """The names under which an address is asked for; ``url_in`` says what it is."""

    def url_in(self, language: str) -> str:
        """The address in one language; empty where it has none."""
        raise NotImplementedError

    def get_absolute_url(self) -> str:
        """The address in the active language."""
        return self.url_in(current_language())

    @property
    def url(self) -> str:
        """The address in the active language, under the name that pages have too."""
        return self.get_absolute_url()

    @property
    def absolute_url(self) -> str:
        """The address in the active language with the site's own host, or nothing."""
        return absolute(self.url)
