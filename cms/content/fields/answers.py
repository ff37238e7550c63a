"""What a kind of field answers when it is asked about a value, or about its control in a form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from cms.content.fields.embedded import Embedded


@dataclass(frozen=True, slots=True)
class Inside:
    """A part that lies in a value: an element of a list, by its id, or with the id "" what a group consists of."""

    part: type["Embedded"]
    data: dict[str, Any]
    id: str = ""

    def at(self, where: str) -> str:
        """Its dotted path, `where` being that of the field."""
        return f"{where}.{self.id}" if self.id else where


ChangePart: TypeAlias = Callable[[Inside], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class TermUse:
    vocabulary: str
    slug: str


@dataclass(frozen=True, slots=True)
class Picture:
    """`file`: id of its FileAsset. `is_described`: where it stands says what it shows, or that it is there for the
    looks only."""

    file: str
    is_described: bool


@dataclass(frozen=True, slots=True)
class FormSettings:
    """`options`: {value: {locale: label}}; `limits`: {minimum, maximum, max_length, min_items, max_items or max_depth:
    number}; `switches`: {name: whether it is on}; `target`: the content type referred to, "*" for any."""

    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    switches: Mapping[str, bool] = field(default_factory=dict)
    target: str | None = None
    vocabulary: str | None = None
