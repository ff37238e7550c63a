"""Random queries that are valid in a schema: fragments in each other, merged fields, aliases, directives, variables.

One response name stands for the same field with the same arguments and the same type in all of a document, so that
fields of one name can always be merged, be they selected in one place, in fragments or of different types.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLCompositeType,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
    is_required_input_field,
)
from graphql.utilities import type_comparators

DEFAULT_VALUES: dict[str, Sequence[Any]] = {
    "Int": (0, 1, 2, 7, -3),
    "Float": (0.5, 1, -2.25),
    "String": ("", "a", "Iași", 'say "no"', "two\nlines"),
    "Boolean": (True, False),
    "ID": ("a", "b1", "17"),
}
MOST_INPUTS = 2
"""Input objects in each other."""
OFTEN_ALIASED = ("a", "b", "c")
INTROSPECTION = (
    '__type(name: "{type}") {{ name kind fields {{ name type {{ kind ofType {{ name }} }} }} }}',
    "__schema {{ queryType {{ name }} directives {{ name args {{ name defaultValue }} }} }}",
)


class EnumName(str):
    """Written without quotes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class RandomQuery:
    text: str
    variables: dict[str, Any]

    def with_other_choices(self, random: Random) -> "RandomQuery":
        """The same text with other values of variables that are yes or no, as directives take them."""
        drawn = {name: random.random() < 0.5 for name, value in self.variables.items() if isinstance(value, bool)}
        return RandomQuery(self.text, self.variables | drawn)


@dataclass(slots=True)
class Choices:
    """What queries are made of. values: {name of a scalar, or "Type.field.argument": values that it may have};
    left_out: "Type.field" of fields that are never asked; fields: about how many there are in a query; depth: at most
    so many levels."""

    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    fields: int = 60
    depth: int = 6


def random_query(schema: GraphQLSchema, random: Random, choices: Choices | None = None) -> RandomQuery:
    return _Query(schema, random, choices or Choices()).made()


def random_selection(schema: GraphQLSchema, type: GraphQLCompositeType, random: Random, choices: Choices) -> str:
    """Selections of a type, without braces, named fragments and variables."""
    return _Query(schema, random, choices, is_part=True).selections(type, choices.depth)


class _Query:
    def __init__(self, schema: GraphQLSchema, random: Random, choices: Choices, *, is_part: bool = False) -> None:
        self._schema, self._random, self._choices = schema, random, choices
        self._left, self._is_part = choices.fields, is_part
        self._meanings: dict[str, tuple[str, str, str]] = {}
        self._arguments: dict[str, list[str]] = {}
        self._declared: dict[str, tuple[str, str]] = {}
        self._values: dict[str, Any] = {}
        self._fragment_types: dict[str, GraphQLCompositeType] = {}
        self.fragments: dict[str, str] = {}

    def made(self) -> RandomQuery:
        assert self._schema.query_type
        root = " ".join(self.selections(self._schema.query_type, self._choices.depth) for _ in range(2))
        if self._chance(0.1):
            root += " " + self._introspection()
        declared = ", ".join(f"${name}: {type}{default}" for name, (type, default) in self._declared.items())
        operation = f"query Random({declared})" if declared else "query Random"
        return RandomQuery("\n".join((f"{operation} {{ {root} }}", *self.fragments.values())), self._values)

    # -- selections ---------------------------------------------------------------------------------------------

    def selections(self, type: GraphQLCompositeType, depth: int) -> str:
        count = self._random.randint(1, 6) if self._left > 0 else 1
        return " ".join(self._selection(type, depth) for _ in range(count))

    def _selection(self, type: GraphQLCompositeType, depth: int) -> str:
        kind = self._random.random()
        if kind < 0.08 or self._left <= 0:
            return self._named("__typename", "", "String!")
        if depth > 0 and kind < 0.18:
            return self._inline_fragment(type, depth - 1)
        if depth > 0 and kind < 0.32 and not self._is_part:
            return self._spread(type, depth - 1)
        return self._field(type, depth)

    def _inline_fragment(self, type: GraphQLCompositeType, depth: int) -> str:
        on = self._random.choice([None, *self._overlapping(type)])
        condition = f" on {on.name}" if on else ""
        return f"...{condition}{self._directives()} {{ {self.selections(on or type, depth)} }}"

    def _spread(self, type: GraphQLCompositeType, depth: int) -> str:
        """Of a fragment that is complete, so that none contains itself; or of a new one."""
        known = [name for name, on in self._fragment_types.items() if self._overlap(type, on)]
        if known and self._chance(0.5):
            return f"...{self._random.choice(known)}{self._directives()}"
        on = self._random.choice(self._overlapping(type))
        below = self.selections(on, depth)
        name = f"F{len(self.fragments)}"
        self.fragments[name] = f"fragment {name} on {on.name} {{ {below} }}"
        self._fragment_types[name] = on
        return f"...{name}{self._directives()}"

    def _field(self, type: GraphQLCompositeType, depth: int) -> str:
        fields = dict(self._fields(type, depth))
        if not fields:
            return self._named("__typename", "", "String!")
        self._left -= 1
        composite = sorted(name for name, one in fields.items() if is_composite_type(get_named_type(one.type)))
        name = self._random.choice(composite if composite and self._chance(0.3) else sorted(fields))
        given = self._given_arguments(f"{type.name}.{name}", fields[name])
        asked = self._named(name, given, str(fields[name].type)) + self._directives()
        named = get_named_type(fields[name].type)
        return f"{asked} {{ {self.selections(named, depth - 1)} }}" if is_composite_type(named) else asked

    def _fields(self, type: GraphQLCompositeType, depth: int) -> Iterator[tuple[str, GraphQLField]]:
        if isinstance(type, GraphQLUnionType):
            return
        for name, one in type.fields.items():
            if f"{type.name}.{name}" not in self._choices.left_out and (
                depth > 0 or is_leaf_type(get_named_type(one.type))
            ):
                yield name, one

    def _named(self, name: str, given: str, type: str) -> str:
        """The field under a response name that means nothing else in the document."""
        meaning = (name, given, type)
        free = [key for key in (name, *OFTEN_ALIASED) if self._meanings.get(key, meaning) == meaning]
        key = free[0] if free and self._chance(0.75) else self._random.choice(free or [self._new_alias()])
        self._meanings[key] = meaning
        return f"{name}{given}" if key == name else f"{key}: {name}{given}"

    def _new_alias(self) -> str:
        return f"x{len(self._meanings)}"

    def _directives(self) -> str:
        used = [one for one in ("include", "skip") if self._chance(0.08)]
        self._random.shuffle(used)
        return "".join(f" @{one}(if: {self._condition(one == 'include')})" for one in used)

    def _condition(self, usually: bool) -> str:
        value = usually if self._chance(0.7) else not usually
        if self._is_part or self._chance(0.5):
            return _literal(value)
        return self._variable("Boolean!", value, self._random.choice(["", f" = {_literal(not value)}"]))

    def _introspection(self) -> str:
        types = sorted(name for name in self._schema.type_map if not name.startswith("__"))
        return self._random.choice(INTROSPECTION).format(type=self._random.choice(types))

    # -- types --------------------------------------------------------------------------------------------------

    def _overlapping(self, type: GraphQLCompositeType) -> list[Any]:
        composite = (GraphQLObjectType, GraphQLInterfaceType, GraphQLUnionType)
        all = [one for name, one in sorted(self._schema.type_map.items()) if not name.startswith("__")]
        return [one for one in all if isinstance(one, composite) and self._overlap(type, one)]

    def _overlap(self, type: GraphQLCompositeType, other: GraphQLCompositeType) -> bool:
        return type_comparators.do_types_overlap(self._schema, type, other)

    # -- arguments and variables --------------------------------------------------------------------------------

    def _given_arguments(self, place: str, field: GraphQLField) -> str:
        """In parentheses; often the same as at an earlier use, as fields with the same arguments can be merged."""
        known = self._arguments.setdefault(place, [])
        if known and self._chance(0.6):
            return self._random.choice(known)
        given = [
            f"{name}: {self._argument(f'{place}.{name}', argument)}"
            for name, argument in field.args.items()
            if is_required_argument(argument) or self._chance(0.35)
        ]
        self._random.shuffle(given)
        known.append(f"({', '.join(given)})" if given else "")
        return known[-1]

    def _argument(self, place: str, argument: GraphQLArgument) -> str:
        value = self._value(argument.type, place)
        if self._is_part or self._chance(0.6):
            return self._written(argument.type, value)
        type, default = str(argument.type), ""
        if is_non_null_type(argument.type) and self._chance(0.3):
            # a variable that may be null is allowed here if it has a default
            type, default = type[:-1], f" = {_literal(value)}"
        elif self._chance(0.3):
            default = f" = {_literal(value)}"
        return self._variable(type, value, default)

    def _variable(self, type: str, value: Any, default: str) -> str:
        """Declared anew, or one of the same type; now and then without a value, or with null."""
        known = [name for name, (other, _) in self._declared.items() if other == type]
        if known and self._chance(0.3):
            return f"${self._random.choice(known)}"
        name = f"v{len(self._declared)}"
        self._declared[name] = type, default
        is_nullable = not type.endswith("!")
        if not (default or is_nullable) or self._chance(0.6):
            self._values[name] = None if is_nullable and self._chance(0.15) else _plain(value)
        return f"${name}"

    def _value(self, type: GraphQLInputType, place: str = "", depth: int = 0) -> Any:
        if is_non_null_type(type):
            return self._value_of(type.of_type, place, depth)
        return None if self._chance(0.1) else self._value_of(type, place, depth)

    def _value_of(self, type: Any, place: str, depth: int) -> Any:
        """depth: of the input objects that it stands in."""
        if place in self._choices.values:
            return self._random.choice(list(self._choices.values[place]))
        if is_list_type(type):
            return [self._value(type.of_type, "", depth) for _ in range(self._random.randint(0, 3))]
        if isinstance(type, GraphQLEnumType):
            return EnumName(self._random.choice(sorted(type.values)))
        if isinstance(type, GraphQLInputObjectType):
            return self._input_object(type, depth + 1)
        return self._random.choice(list(self._choices.values.get(type.name) or DEFAULT_VALUES[type.name]))

    def _input_object(self, type: GraphQLInputObjectType, depth: int) -> dict[str, Any]:
        if _is_one_of(type):
            name = self._random.choice(sorted(type.fields))
            return {name: self._value_of(type.fields[name].type, f"{type.name}.{name}", depth)}
        return {
            name: self._value(field.type, f"{type.name}.{name}", depth)
            for name, field in type.fields.items()
            if is_required_input_field(field) or (depth <= MOST_INPUTS and self._chance(0.3))
        }

    def _written(self, type: Any, value: Any) -> str:
        """A literal, with a variable in place of a part now and then."""
        if is_non_null_type(type):
            type = type.of_type
        if isinstance(value, list) and is_list_type(type):
            return f"[{', '.join(self._part(type.of_type, one) for one in value)}]"
        if isinstance(value, dict) and isinstance(type, GraphQLInputObjectType) and not _is_one_of(type):
            parts = [f"{name}: {self._part(type.fields[name].type, one)}" for name, one in value.items()]
            return f"{{{', '.join(parts)}}}"
        return _literal(value)

    def _part(self, type: GraphQLInputType, value: Any) -> str:
        if not self._is_part and self._chance(0.15):
            return self._variable(str(type), value, "")
        return self._written(type, value)

    def _chance(self, share: float) -> bool:
        return self._random.random() < share


def _is_one_of(type: GraphQLInputObjectType) -> bool:
    return type.is_one_of or getattr(type.extensions.get("strawberry-definition"), "is_one_of", False)


def _literal(value: Any) -> str:
    if isinstance(value, EnumName):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_literal(one)}' for name, one in value.items())}}}"
    return json.dumps(value)


def _plain(value: Any) -> Any:
    """As JSON has it."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return str(value) if isinstance(value, EnumName) else value
