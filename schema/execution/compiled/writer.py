"""Writes the function that completes an object: from the type and what is selected of it to Python."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLLeafType,
    GraphQLObjectType,
    GraphQLOutputType,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from graphql.execution.collect_fields import FieldDetailsList
from graphql.execution.executor import Executor

from schema.execution.compiled.bail import NotPure, PlanTooLarge, bail, must_be_plain
from schema.execution.compiled.compiling import Compiling
from schema.execution.compiled.fields import DEFINITION, is_attribute, method_code, strawberry_field
from schema.execution.compiled.leaves import is_text, leaf_code
from schema.execution.compiled.plans import Key, Plan, Plans, Variant
from schema.execution.compiled.source import Source

TYPENAME = "__typename"
TEXT_WEIGHT, FIELD_WEIGHT, ITEM_WEIGHT = 1, 3, 8
"""Of text, and of what is charged 8 bytes but may have one in JSON: as a field it has 6 with its name, for which it is
charged 13; in a list it has 2."""


@dataclass(slots=True)
class Written:
    """A function while it is written. `lines` read what `pairs` put into the answer."""

    source: Source
    view: str
    lines: list[str]
    pairs: list[str]
    weight: int = TEXT_WEIGHT


class Writer:
    """Of one document and one set of directives' values, for the time of one request."""

    def __init__(self, execution: Executor, plans: Plans, variant: Variant, compiling: Compiling) -> None:
        self._execution = execution
        self._plans = plans
        self._variant = variant
        self._compiling = compiling

    def plan(self, type: GraphQLObjectType, details: FieldDetailsList) -> Plan | None:
        """None where no function can be made. Found again as long as the document is kept."""
        key: Key = type.name, tuple(id(one.node) for one in details)
        if key not in self._variant:
            try:
                self._variant[key] = self._made(type, details)
            except NotPure:
                self._variant[key] = None
                self._plans.left -= 1
            except PlanTooLarge:
                self._variant[key] = None
        return self._variant[key]

    def _made(self, type: GraphQLObjectType, details: FieldDetailsList) -> Plan:
        fields = self._fields(type, details)
        self._spend(len(fields) + 1)
        source = Source()
        name, view = source.fresh(f"complete_{type.name}"), source.fresh(_lower(type.name))
        source.fresh("call")
        written = Written(source, view, [f"if {self._is_other(source, type, view)}({view})"], [])
        for key, field in fields.items():
            self._field(written, type, key, field)
        code = _text(name, written)
        namespace: dict[str, Any] = dict(source.constants)
        exec(compile(code, f"<compiled {type.name}>", "exec"), namespace)
        # taken out of its own globals: in a circle both would wait for Python's garbage collector
        return Plan(namespace.pop(name), code, written.weight)

    def _spend(self, nodes: int) -> None:
        if self._plans.left < nodes:
            raise PlanTooLarge
        self._plans.left -= nodes

    def _fields(self, type: GraphQLObjectType, details: FieldDetailsList) -> dict[str, FieldDetailsList]:
        collected = self._execution.collect_subfields(type, details)
        if collected.new_defer_usages:
            raise NotPure
        for one in (one for field in collected.grouped_field_set.values() for one in field):
            if one.defer_usage or one.fragment_variable_values:
                raise NotPure
        return collected.grouped_field_set

    def _is_other(self, source: Source, type: GraphQLObjectType, view: str) -> str:
        """Looks at objects of other classes than the usual one."""
        definition = type.extensions.get(DEFINITION)
        if definition is None or definition.is_graphql_generic:
            raise NotPure
        usual = source.constant(definition.origin, type.name)
        check = source.constant(bail, "bail") if type.is_type_of else source.constant(must_be_plain, "must_be_plain")
        return f"type({view}) is not {usual}: {check}"

    def _field(self, written: Written, type: GraphQLObjectType, key: str, details: FieldDetailsList) -> None:
        node = details[0].node
        if node.name.value == TYPENAME:
            written.pairs.append(f"{key!r}: {type.name!r}")
            return
        definition = type.fields.get(node.name.value)
        if definition is None:
            raise NotPure
        field, source = strawberry_field(definition), written.source
        if is_attribute(field):
            read = f"{written.view}.{field.python_name}"
        else:
            read = method_code(source, type, field, node, self._compiling, written.view)
        value = source.fresh(key)
        written.lines.append(f"{value} = {read}")
        written.pairs.append(f"{key!r}: {self._value(written, definition.type, details, value)}")

    def _value(
        self, written: Written, type: GraphQLOutputType, details: FieldDetailsList, value: str, *, in_list: bool = False
    ) -> str:
        """An expression that completes what the variable `value` holds."""
        nullable = not is_non_null_type(type)
        named: Any = type if nullable else type.of_type
        if is_leaf_type(named):
            written.weight = max(written.weight, _weight(named, in_list=in_list))
            return leaf_code(written.source, named, value, nullable=nullable)
        completed = self._list(written, named, details, value) if is_list_type(named) else None
        if completed is None:
            completed = self._object(written, named, details, value)
        return f"None if {value} is None else {completed}" if nullable else completed

    def _list(self, written: Written, type: Any, details: FieldDetailsList, value: str) -> str:
        item = written.source.fresh(f"each_{value}")
        return f"[{self._value(written, type.of_type, details, item, in_list=True)} for {item} in call.items({value})]"

    def _object(self, written: Written, type: Any, details: FieldDetailsList, value: str) -> str:
        if is_object_type(type):
            function = self._function(written, type, details)
            return f"{written.source.constant(function, f'complete_{type.name}')}({value}, call)"
        if not is_abstract_type(type):
            raise NotPure
        functions = dict(self._of_each_class(written, type, details))
        if not functions:
            raise NotPure
        by_class = written.source.constant(functions, f"complete_{type.name}_by_class")
        return f"{by_class}.get(type({value}), {written.source.constant(_bailing, 'bail')})({value}, call)"

    def _function(self, written: Written, type: GraphQLObjectType, details: FieldDetailsList) -> Any:
        plan = self.plan(type, details)
        if plan is None:
            raise NotPure
        written.weight = max(written.weight, plan.weight)
        return plan.function

    def _of_each_class(self, written: Written, type: Any, details: FieldDetailsList) -> Iterator[tuple[type, Any]]:
        """Those of its types that can be completed; the others bail out when they come."""
        definition = type.extensions.get(DEFINITION)
        if definition is None or getattr(definition, "resolve_type", None):
            raise NotPure
        for one in self._execution.schema.get_possible_types(type):
            own = one.extensions.get(DEFINITION)
            if own is not None and not own.is_graphql_generic and (plan := self.plan(one, details)):
                written.weight = max(written.weight, plan.weight)
                yield own.origin, plan.function


def _weight(type: GraphQLLeafType, *, in_list: bool) -> int:
    if is_text(type):
        return TEXT_WEIGHT
    return ITEM_WEIGHT if in_list or type.name not in ("Int", "Float", "Boolean") else FIELD_WEIGHT


def _bailing(value: Any, call: Any) -> Any:
    bail(value)


def _text(name: str, written: Written) -> str:
    pairs = "".join(f"        {pair},\n" for pair in written.pairs)
    lines = "".join(f"    {line}\n" for line in written.lines)
    return f"def {name}({written.view}, call):\n{lines}    return {{\n{pairs}    }}\n"


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
