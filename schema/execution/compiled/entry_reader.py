"""How the attributes of an object are read from what it shows, so that the object need not be made.

Whoever makes such objects registers a reader of their class; this package knows none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from graphql import FieldNode, FragmentDefinitionNode

from schema.execution.compiled.source import Source

Fragments = Mapping[str, FragmentDefinitionNode]


class Gives(Enum):
    """What the code of an expression gives; each may be None."""

    VALUE = "a finished value, as the attribute has it"
    ENTRY = "the entry of an object of the class"
    ENTRIES = "a list of entries of objects of the class, or None"
    PAIRS = "a list of (class, entry), or None"


@dataclass(frozen=True, slots=True)
class Expression:
    """code: Python that reads the value; it may bind names that are fresh. cls: of the objects that entries stand for."""

    code: str
    gives: Gives = Gives.VALUE
    cls: type | None = None


class EntryReader(Protocol):
    """Of one class whose objects show an entry.

    entry_attribute: where such an object has its entry.
    """

    entry_attribute: str

    def expression(
        self, source: Source, entry: str, attribute: str, nodes: Sequence[FieldNode], fragments: Fragments
    ) -> Expression | None:
        """Reads what the attribute would be, from the entry that the variable `entry` holds; `nodes` are all nodes of
        this field. None: only the object itself can say."""
        ...


_readers: dict[type, EntryReader] = {}


def register_reader(cls: type, reader: EntryReader) -> None:
    _readers[cls] = reader


def reader_of(cls: type) -> EntryReader | None:
    return _readers.get(cls)
