"""What can be imported. Each app declares its kinds in its ``imports.py``."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from ..addresses import Addresses
from ..languages import LANGUAGE_CODES
from ..models import Record
from ..record_urls import index_url
from .column_sets import translated_columns
from .columns import Address, Column
from .storing import begin_empty

if TYPE_CHECKING:
    from .catalogue import Catalogue
    from .undoing import Undoing
    from .writing import Writer

ID, SLUG = "id", "slug"
LABEL = "_label"  # Beside the identifiers of terms and records stands what they are called.
Columns = Callable[[str], list[Column]]


def nothing_more(records: Iterable[Any]) -> None:
    """Nothing follows from a change but what follows from that of every record."""


@dataclass(frozen=True)
class Kind:
    """A kind of records that a file may hold, a row for each. ``columns`` makes them for the language of a file.

    ``left_out`` names columns of our own export that follow from others. ``required`` are columns without which a new
    record can't be. ``afterwards`` does what the model's own save does beyond storing.
    """

    key: str
    label: Promise
    model: type[Record]
    columns: Columns
    required: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    afterwards: Callable[[list[Any]], None] = nothing_more
    is_part: ClassVar[bool] = False
    """Whether a row is about a part of a record, such as a run of a course."""

    def columns_in(self, language: str) -> dict[str, Column]:
        """Its columns by name."""
        return {column.name: column for column in [*self.first_columns(language), *self.columns(language)]}

    def first_columns(self, language: str) -> list[Column]:
        """Those that every kind has."""
        return [
            Address(name=SLUG, label=_("address"), field=self.model.fallback_slug_column),
            *translated_columns(_("name"), "name", "naam", file_language=language),
            *translated_columns(_("summary"), "summary", "samenvatting", file_language=language),
        ]

    @cached_property
    def _names(self) -> frozenset[str]:
        """What exports call its columns."""
        return frozenset(name for column in self.columns(LANGUAGE_CODES[0]) for name in (column.name, *column.also))

    def only_shows(self, heading: str) -> bool:
        """Whether our own export has such a column that an import does not change: it follows from something else."""
        return heading in self.left_out or heading.removesuffix(LABEL) in {*self._names, *self.left_out} - {heading}

    @property
    def example(self) -> str:
        """Where our own list can be downloaded, to be changed and imported again; empty while there is no such list."""
        url = index_url(self.model)
        return f"{url}?format=xlsx" if url else ""

    def catalogue(self) -> "Catalogue":
        """By what a row may call what it is about."""
        from .catalogue import Catalogue  # It stands on kinds.

        return Catalogue(self.model)

    def subject(self, record: Any, part: UUID | None) -> Any:
        """What a row is about, of the record to which it belongs, or a new one."""
        return begin_empty(self.model()) if record is None else record

    def check(self, subject: Any) -> None:
        """Raise ValidationError for what the form would refuse."""
        subject.full_clean(exclude=unchecked_fields(self.model), validate_unique=False, validate_constraints=False)

    def writer(self, **how: Any) -> "Writer":
        """What writes the changes."""
        from .writing import Writer

        return Writer(kind=self, **how)

    def undoing(self, writer: "Writer", addresses: Addresses) -> "Undoing":
        """What takes them back."""
        from .undoing import Undoing

        return Undoing(self, writer, addresses)


def unchecked_fields(model: Any) -> Sequence[str]:
    """The fields that point elsewhere, which columns check by themselves, and those that stand for a translated one."""
    fields = model._meta.get_fields()
    translated = [field.translated_field.name for field in fields if hasattr(field, "translated_field")]
    return [*translated, *(field.name for field in fields if field.is_relation)]


_kinds: dict[str, Kind] = {}


def importable(kind: Kind) -> Kind:
    """Register a kind."""
    _kinds[kind.key] = kind
    return kind


def all_kinds() -> dict[str, Kind]:
    """The kinds by key, in the order in which they were declared."""
    return dict(_kinds)


def kind_named(key: str) -> Kind:
    """The kind of a job."""
    return _kinds[key]
