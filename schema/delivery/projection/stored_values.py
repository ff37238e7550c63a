"""How the stored value of a declared field is found in an entry: as a function, and as Python source."""

from collections.abc import Callable, Sequence
from typing import Any

from cms.content.fields import Field
from schema.execution.compiled.source import Source

Stored = Callable[[dict[str, Any], Sequence[str]], Any]
"""(data of an item or part, languages in the order in which texts are looked for) → the value of a field."""


def stored_value(field: Field) -> Stored:
    """None for no value; of a localized field, the value in the language that answers, or with its fallback in the next
    that has one."""
    name = field.name
    if not field.localized:
        return lambda data, _chain: data.get(name)
    if field.fallback:
        return lambda data, chain: _in_first(data.get(name), chain)
    return lambda data, chain: value.get(chain[0]) if (value := data.get(name)) else None


def stored_code(field: Field, source: Source, entry: str) -> str:
    """An expression of the same for the entry in the variable `entry`."""
    stored = f"{entry}.data.get({field.name!r})"
    if not field.localized:
        return stored
    texts = source.fresh(f"{field.name}_by_locale")
    in_answering = f"{texts}.get({entry}.chain[0]) if ({texts} := {stored}) else None"
    if not field.fallback:
        return f"({in_answering})"
    text, in_first = source.fresh(f"{field.name}_text"), source.constant(_in_first, "in_first")
    return f"({text} if ({text} := ({in_answering})) is not None else {in_first}({texts}, {entry}.chain))"


def _in_first(value: dict[str, Any] | None, chain: Sequence[str]) -> Any:
    """In the first of these languages that has one."""
    if not value:
        return None
    for locale in chain:
        if (found := value.get(locale)) is not None:
            return found
    return None
