"""Tables as they are exported, whatever the format."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """`width`: in characters."""

    label: str
    width: int = 12


@dataclass(frozen=True, slots=True)
class Table:
    """Rows have a cell for each column."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Document:
    """`facts`: lines below the title; `language`: a code such as "cs"."""

    title: str
    facts: Sequence[str]
    tables: Sequence[Table]
    language: str
