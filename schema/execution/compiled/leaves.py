"""Code that completes scalars and enums: what they mostly are is passed on at once, the rest by their own functions."""

from collections.abc import Callable
from typing import Any

from graphql import GraphQLBoolean, GraphQLEnumType, GraphQLID, GraphQLInt, GraphQLLeafType, GraphQLString, Undefined
from strawberry.schema.types.base_scalars import isoformat

from schema.execution.awaitable import is_awaitable
from schema.execution.compiled.bail import Bail
from schema.execution.compiled.source import Source

Complete = Callable[[Any], Any]

SMALLEST_INT, GREATEST_INT = -(2**31), 2**31 - 1
"""Of GraphQL's `Int`: https://spec.graphql.org/draft/#sec-Int"""


def is_text(type: GraphQLLeafType) -> bool:
    """Whether it is always text in an answer."""
    return type in (GraphQLString, GraphQLID) or isinstance(type, GraphQLEnumType) or _writes_text(type)


def leaf_code(source: Source, type: GraphQLLeafType, value: str, *, nullable: bool) -> str:
    """An expression that completes what the variable `value` holds."""
    slowly = source.constant(_completing(type, nullable), f"{type.name}_or_null" if nullable else type.name)
    if isinstance(type, GraphQLEnumType):
        names = source.constant(_names(type), f"names_of_{type.name}")
        return f"{names}.get(id({value})) or {slowly}({value})"
    mostly = _what_it_mostly_is(type, value)
    if mostly is None:
        return f"{slowly}({value})"
    return f"{value} if {f'{value} is None or ' if nullable else ''}{mostly} else {slowly}({value})"


def _what_it_mostly_is(kind: GraphQLLeafType, value: str) -> str | None:
    """A condition under which the value stands in the answer as it is."""
    if kind in (GraphQLString, GraphQLID) or getattr(kind, "coerce_output_value", None) is str:
        return f"type({value}) is str"
    if kind is GraphQLBoolean:
        return f"type({value}) is bool"
    if kind is GraphQLInt:
        return f"type({value}) is int and {SMALLEST_INT} <= {value} <= {GREATEST_INT}"
    return None


def _writes_text(kind: GraphQLLeafType) -> bool:
    return getattr(kind, "coerce_output_value", None) in (str, isoformat)


_completers: dict[tuple[int, bool], tuple[GraphQLLeafType, Complete]] = {}
_name_tables: dict[int, tuple[GraphQLEnumType, dict[int, str]]] = {}


def _completing(type: GraphQLLeafType, nullable: bool) -> Complete:
    """The same function for the same type."""
    known = _completers.get((id(type), nullable))
    if known is None or known[0] is not type:
        known = _completers[id(type), nullable] = type, _completer(type, nullable)
    return known[1]


def _completer(type: GraphQLLeafType, nullable: bool) -> Complete:
    coerce = type.coerce_output_value

    def complete(value: Any) -> Any:
        """Raises Bail, and what the type's own function raises: graphql-core meets that as well."""
        if value is None or value is Undefined:
            if nullable:
                return None
            raise Bail
        if isinstance(value, Exception) or is_awaitable(value):
            raise Bail
        completed = coerce(value)
        if completed is None or completed is Undefined:
            raise Bail
        return completed

    return complete


def _names(type: GraphQLEnumType) -> dict[int, str]:
    """{id of a member of the Python enum: its name in GraphQL}; members live as long as their class."""
    known = _name_tables.get(id(type))
    if known is None or known[0] is not type:
        members = getattr(type, "wrapped_cls", ())
        known = _name_tables[id(type)] = type, {id(one): type.coerce_output_value(one) for one in members}
    return known[1]
