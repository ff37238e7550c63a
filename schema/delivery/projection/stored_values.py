"""How the stored value of a declared field is found in an entry: as a function, and as Python source."""

from collections.abc import Sequence
from typing import Any

from cms.content.fields import Field
from schema.delivery.projection.field_resolver import Reader
from schema.delivery.projection.published_item import PublishedItem
from schema.execution.compiled.source import Source


def stored_reader(field: Field) -> Reader:
    """None for no value; of a localized field, the value in the language that answers, or with its fallback in the next
    that has one."""
    if not field.localized:
        return _plain(field.name)
    return _with_fallback(field.name) if field.fallback else _localized(field.name)


def stored_code(field: Field, source: Source, entry: str) -> str:
    """An expression of the same for the entry in the variable `entry`."""
    stored = f"{entry}.data.get({field.name!r})"
    if not field.localized:
        return stored
    if field.fallback:
        return f"{source.constant(_in_first, 'in_first')}({stored}, {entry}.chain)"
    value = source.fresh(f"{field.name}_by_locale")
    return f"({value}.get({entry}.chain[0]) if ({value} := {stored}) else None)"


def _plain(name: str) -> Reader:
    return lambda entry: entry.data.get(name)


def _localized(name: str) -> Reader:
    def read(entry: PublishedItem) -> Any:
        value = entry.data.get(name)
        return value.get(entry.chain[0]) if value else None

    return read


def _with_fallback(name: str) -> Reader:
    return lambda entry: _in_first(entry.data.get(name), entry.chain)


def _in_first(value: dict[str, Any] | None, chain: Sequence[str]) -> Any:
    """In the first of these languages that has one."""
    if not value:
        return None
    for locale in chain:
        if (found := value.get(locale)) is not None:
            return found
    return None
