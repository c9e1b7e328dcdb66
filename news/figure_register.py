"""The register of figures as a reader sees it: what is current, and what came before it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from parkportal.core.languages import current_language
from parkportal.core.visibility import is_published, visible_pages

if TYPE_CHECKING:
    from .models import Figure


@dataclass(frozen=True)
class Series:
    """A figure with those that it replaced, the newest first."""

    figures: list["Figure"]

    @property
    def current(self) -> "Figure":
        """The one that counts now."""
        return self.figures[0]

    @property
    def earlier(self) -> list["Figure"]:
        """The ones before it."""
        return self.figures[1:]


class FigureRegister:
    """All figures that the public may see, in one query."""

    @cached_property
    def series(self) -> list[Series]:
        """Each current figure with its history; what was hidden in between is passed over."""
        members = defaultdict(list)
        for figure in self._all.values():
            if is_published(figure):
                root, steps = self._root(figure)
                members[root].append((steps, figure.as_of, figure.pk, figure))
        chains = [Series([entry[-1] for entry in sorted(found, reverse=True)]) for found in members.values()]
        return sorted(chains, key=lambda series: (not series.current.featured, series.current.pk))

    @cached_property
    def current_keys(self) -> set[int]:
        """The keys of the figures that nothing visible replaces."""
        return {series.current.pk for series in self.series}

    def newer_than(self, figure: "Figure") -> "Figure | None":
        """What replaced a figure, if something visible did."""
        series = next((each for each in self.series if figure in each.figures), None)
        return series.current if series and series.current.pk != figure.pk else None

    @cached_property
    def fact_sheet_url(self) -> str:
        """Where the register is shown in the active language; nothing where it is not."""
        from .models import FactSheetPage  # Models stand on the register.

        pages = visible_pages().filter(locale__language_code=current_language()).type(FactSheetPage)
        page = pages.first()
        return page.url if page else ""

    @cached_property
    def _all(self) -> dict[int, "Figure"]:
        from .models import Figure  # Models stand on the register.

        return {figure.pk: figure for figure in Figure.objects.order_by("pk")}

    def _root(self, figure: "Figure") -> tuple[int, int]:
        """The first figure of its chain, and how many steps lie between; a circle is entered once."""
        seen = [figure.pk]
        while (before := self._all[seen[-1]].replaces_id) in self._all and before not in seen:
            seen.append(before)
        return (seen[-1], len(seen)) if before not in seen else (min(seen), len(seen))


def register_of(context: dict[str, Any] | None) -> FigureRegister:
    """The register that a page's blocks share while it is made."""
    request = (context or {}).get("request")
    if request is None:
        return FigureRegister()
    if not hasattr(request, "figure_register"):
        request.figure_register = FigureRegister()
    register: FigureRegister = request.figure_register
    return register
