"""The network as a drawing: names in two bowed columns, so that every one can be read, and ties between them."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import Truncator

from parkportal.core.models import Term

from .nodes import Node
from .ties import Tie, TieKind

WIDTH = 1000
MIDDLE = WIDTH / 2
ROW = 32
MARGIN = 36
NARROW, WIDE = 130, 238
"""Half of the distance between the columns, at their ends and in the middle."""
GAP = 14
LONGEST_NAME = 28
LEAST_ROWS = 7
MOST_NODES = 44
MOST_CURVES = 150
APART = 9
"""Between the curves of two kinds of ties that join the same two organisations."""


@dataclass(frozen=True)
class Mark:
    """An organisation in the drawing: its block, its name and which side of it the name stands."""

    node: Node
    sector: Term
    x: float
    y: float
    size: float
    is_left: bool
    is_centre: bool
    total: int

    @property
    def corner(self) -> tuple[float, float]:
        """Where the block begins."""
        return round(self.x - self.size / 2, 1), round(self.y - self.size / 2, 1)

    @property
    def text_x(self) -> float:
        """Where the name begins, or ends on the left."""
        away = self.size / 2 + GAP / 2
        return round(self.x - away if self.is_left else self.x + away, 1)

    @property
    def text_y(self) -> float:
        """The middle of the name's line; the centre's stands above its block."""
        return round(self.y - self.size, 1) if self.is_centre else self.y

    @property
    def short_name(self) -> str:
        """The name as far as there is room."""
        return Truncator(self.node.name).chars(2 * LONGEST_NAME if self.is_centre else LONGEST_NAME)


@dataclass(frozen=True)
class Curve:
    """The ties of one kind between two organisations."""

    kind: TieKind
    path: str


@dataclass(frozen=True)
class Picture:
    """What a template needs to write the network as SVG."""

    height: int
    marks: list[Mark]
    curves: list[Curve]
    kinds: list[TieKind]
    sectors: list[Term]
    pairs_shown: int
    pairs_total: int

    @property
    def view_box(self) -> str:
        """The SVG's viewBox."""
        return f"0 0 {WIDTH} {self.height}"

    @property
    def is_partial(self) -> bool:
        """Whether there are more ties than the drawing holds."""
        return self.pairs_shown < self.pairs_total


def draw_network(
    ties: Sequence[Tie], nodes: dict[int, Node], terms: dict[int, Term], centre: Node | None = None
) -> Picture | None:
    """The strongest of the ties, by sector; with a centre, only what is tied to it. None without ties."""
    kinds = _kinds_by_pair([tie for tie in ties if not centre or centre.pk in tie.pair])
    shown = _strongest(kinds, centre)
    if not shown:
        return None
    degrees = Counter(end for pair in kinds for end in pair)
    ends = {end for pair in shown for end in pair if not centre or end != centre.pk}
    ordered = sorted((nodes[end] for end in ends), key=lambda node: (terms[node.sector].order, node.name.casefold()))
    rows = max(math.ceil(len(ordered) / 2), LEAST_ROWS)
    height = 2 * MARGIN + (rows - 1) * ROW
    marks = _columns(ordered, height, terms, degrees)
    if centre:
        marks.append(Mark(centre, terms[centre.sector], MIDDLE, height / 2, 40, False, True, degrees[centre.pk]))
    places = {mark.node.pk: mark for mark in marks}
    return Picture(
        height=height,
        marks=marks,
        curves=_curves({pair: kinds[pair] for pair in shown}, places, height),
        kinds=[kind for kind in TieKind if any(kind in kinds[pair] for pair in shown)],
        sectors=sorted({mark.sector for mark in marks}, key=lambda term: term.order),
        pairs_shown=len(shown),
        pairs_total=len(kinds),
    )


Pair = tuple[int, int]


def _kinds_by_pair(ties: Sequence[Tie]) -> dict[Pair, Counter[TieKind]]:
    kinds: dict[Pair, Counter[TieKind]] = defaultdict(Counter)
    for tie in ties:
        kinds[tie.pair][tie.kind] += tie.strength
    return kinds


def _strongest(kinds: dict[Pair, Counter[TieKind]], centre: Node | None) -> list[Pair]:
    """The strongest pairs, as long as there is room for their organisations and curves."""
    ends = {centre.pk} if centre else set()
    shown, curves = [], 0
    for pair in sorted(kinds, key=lambda pair: (-kinds[pair].total(), pair)):
        if len(ends | {*pair}) > MOST_NODES:
            continue
        if curves + len(kinds[pair]) > MOST_CURVES:
            break
        ends |= {*pair}
        curves += len(kinds[pair])
        shown.append(pair)
    return shown


def _columns(ordered: Sequence[Node], height: int, terms: dict[int, Term], degrees: Counter[int]) -> list[Mark]:
    """Down the left side, then up the right, so that a sector stays together."""
    half = math.ceil(len(ordered) / 2)
    sides = ((ordered[:half], True), (ordered[half:][::-1], False))
    return [
        Mark(
            node,
            terms[node.sector],
            *_place(row, len(side), height, is_left=is_left),
            size=round(9 + 2.2 * math.sqrt(degrees[node.pk]), 1),
            is_left=is_left,
            is_centre=False,
            total=degrees[node.pk],
        )
        for side, is_left in sides
        for row, node in enumerate(side)
    ]


def _place(row: int, rows: int, height: int, *, is_left: bool) -> tuple[float, float]:
    """A row's place: lines of equal height on a bow."""
    y = height / 2 + (row - (rows - 1) / 2) * ROW
    reach = (y - height / 2) / (height / 2)
    away = NARROW + (WIDE - NARROW) * math.sqrt(max(0, 1 - reach**2))
    return round(MIDDLE - away if is_left else MIDDLE + away, 1), round(y, 1)


def _curves(kinds: dict[Pair, Counter[TieKind]], places: dict[int, Mark], height: int) -> list[Curve]:
    return [
        Curve(kind, _path(places[pair[0]], places[pair[1]], height, (number - (len(found) - 1) / 2) * APART))
        for pair, found in kinds.items()
        for number, kind in enumerate(sorted(found))
    ]


def _path(one: Mark, other: Mark, height: int, shift: float) -> str:
    """A bow towards the middle of the drawing; parallel ties keep a little apart."""
    across = one.is_left != other.is_left or one.is_centre or other.is_centre
    pull = 0.25 if across else 0.7
    x = (one.x + other.x) / 2 * (1 - pull) + MIDDLE * pull
    y = (one.y + other.y) / 2 * (1 - pull / 2) + height / 2 * pull / 2 + shift * 2
    return f"M{one.x:g} {one.y:g}Q{x + shift:.1f} {y:.1f} {other.x:g} {other.y:g}"
