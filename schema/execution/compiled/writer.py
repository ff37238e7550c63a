"""Writes the function that completes an object: from the type and what is selected of it to Python."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
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
from strawberry.types.field import StrawberryField

from schema.execution.compiled.bail import NotPure, NotYet, PlanTooLarge, bail, must_be_plain
from schema.execution.compiled.compiling import Compiling
from schema.execution.compiled.fields import DEFINITION, is_attribute, method_code, strawberry_field
from schema.execution.compiled.leaves import is_text, leaf_code
from schema.execution.compiled.once import once
from schema.execution.compiled.plans import MOST_AT_ONCE, Key, Plan, Plans, Variant
from schema.execution.compiled.readable import Read, Readable, shows_entry
from schema.execution.compiled.source import Source

TYPENAME = "__typename"
TEXT_WEIGHT, FIELD_WEIGHT, ITEM_WEIGHT = 1, 3, 8
"""Of text, and of what is charged 8 bytes but may have one in JSON: as a field it has 6 with its name, for which it is
charged 13; in a list it has 2."""


@dataclass(slots=True)
class Written:
    """A function while it is written, of what the variable `given` holds: an object, or with `readable` its entry.
    `lines` read what `pairs` put into the answer."""

    type: GraphQLObjectType
    source: Source
    given: str
    readable: Readable | None
    meets_views: bool
    lines: list[str] = field(default_factory=list)
    pairs: list[str] = field(default_factory=list)
    weight: int = TEXT_WEIGHT
    view: str = ""

    def use(self, plan: Plan) -> None:
        self.weight = max(self.weight, plan.weight)


class Writer:
    """Of one document and one set of directives' values, for the time of one request."""

    def __init__(self, execution: Executor, plans: Plans, variant: Variant, compiling: Compiling) -> None:
        self._execution = execution
        self._plans = plans
        self._variant = variant
        self._compiling = compiling
        self._at_once = MOST_AT_ONCE

    def plan(
        self, type: GraphQLObjectType, details: FieldDetailsList, readable: Readable | None, *, meets_views: bool
    ) -> Plan | None:
        """None where no function can be made. Found again as long as the document is kept. Raises NotYet.

        readable: by which the object is read from its entry, which is given then in its place.
        meets_views: whether the function may ask views for their attributes.
        """
        key: Key = type.name, tuple(id(one.node) for one in details), readable, meets_views
        if key not in self._variant:
            try:
                self._variant[key] = self._made(type, details, readable, meets_views=meets_views)
            except NotPure:
                self._variant[key] = None
                self._plans.left -= 1
            except PlanTooLarge:
                self._variant[key] = None
        return self._variant[key]

    def _made(
        self, type: GraphQLObjectType, details: FieldDetailsList, readable: Readable | None, *, meets_views: bool
    ) -> Plan:
        if readable and readable.cls is not class_of(type):
            raise NotPure
        fields = self._fields(type, details)
        source = Source()
        name, given = source.fresh(f"complete_{type.name}"), source.fresh("entry" if readable else _lower(type.name))
        source.fresh("call")
        written = Written(type, source, given, readable, meets_views=meets_views)
        if not readable:
            written.lines.append(self._check_of_class(written))
        for key, nodes in fields.items():
            self._field(written, key, nodes)
        self._spend(len(fields) + 1)  # after those that it calls, which are kept then
        code = _text(name, written)
        namespace: dict[str, Any] = dict(source.constants)
        exec(compile(code, f"<compiled {type.name}>", "exec"), namespace)
        # taken out of its own globals: in a circle both would wait for Python's garbage collector
        return Plan(namespace.pop(name), code, written.weight)

    def _spend(self, nodes: int) -> None:
        if self._plans.left < nodes or nodes > MOST_AT_ONCE:
            raise PlanTooLarge
        if self._at_once < nodes:
            raise NotYet
        self._plans.left -= nodes
        self._at_once -= nodes

    def _fields(self, type: GraphQLObjectType, details: FieldDetailsList) -> dict[str, FieldDetailsList]:
        collected = self._execution.collect_subfields(type, details)
        if collected.new_defer_usages:
            raise NotPure
        for one in (one for nodes in collected.grouped_field_set.values() for one in nodes):
            if one.defer_usage or one.fragment_variable_values:
                raise NotPure
        return collected.grouped_field_set

    def _check_of_class(self, written: Written) -> str:
        """Looks at objects of other classes than the usual one."""
        source, usual = written.source, class_of(written.type)
        if shows_entry(usual) and not written.meets_views:
            raise NotPure
        check = source.constant(bail if written.type.is_type_of else must_be_plain, "check")
        return f"if type({written.given}) is not {source.constant(usual, written.type.name)}: {check}({written.given})"

    def _field(self, written: Written, key: str, details: FieldDetailsList) -> None:
        node = details[0].node
        if node.name.value == TYPENAME:
            written.pairs.append(f"{key!r}: {written.type.name!r}")
            return
        definition = written.type.fields.get(node.name.value)
        if definition is None:
            raise NotPure
        read = self._read(written, strawberry_field(definition), node)
        value = written.source.fresh(key)
        written.lines.append(f"{value} = {read.code}")
        written.pairs.append(f"{key!r}: {self._value(written, definition.type, details, value, read)}")

    def _read(self, written: Written, field: StrawberryField, node: FieldNode) -> Read:
        if not is_attribute(field):
            view = self._view(written)
            return Read(method_code(written.source, written.type, field, node, self._compiling, view))
        if written.readable and (read := written.readable.read(field.python_name, written.source, written.given)):
            return read
        return Read(f"{self._view(written)}.{field.python_name}")

    def _view(self, written: Written) -> str:
        """The variable that holds the object itself, which is made where only its entry is given."""
        if not written.readable:
            return written.given
        if not written.view:
            written.view = written.source.fresh(_lower(written.type.name))
            build = written.source.constant(written.readable.build, f"build_{written.type.name}")
            written.lines.append(f"{written.view} = {build}({written.given})")
        return written.view

    def _value(
        self,
        written: Written,
        type: GraphQLOutputType,
        details: FieldDetailsList,
        value: str,
        read: Read,
        *,
        in_list: bool = False,
    ) -> str:
        """An expression that completes what the variable `value` holds."""
        nullable = not is_non_null_type(type)
        named: Any = type if nullable else type.of_type
        if is_leaf_type(named):
            written.weight = max(written.weight, _weight(named, in_list=in_list))
            return leaf_code(written.source, named, value, nullable=nullable)
        if is_list_type(named):
            item = written.source.fresh(f"each_{value}")
            each = self._value(written, named.of_type, details, item, read, in_list=True)
            completed = f"[{each} for {item} in call.items({value})]"
        else:
            completed = self._object(written, named, details, value, read)
        return f"None if {value} is None else {completed}" if nullable else completed

    def _object(self, written: Written, type: Any, details: FieldDetailsList, value: str, read: Read) -> str:
        functions: dict[Any, Any]
        if read.key:
            functions = dict(self._of_each_entry(written, type, details, read))
            chosen = read.key.format(entry=value)
        elif is_object_type(type):
            plan = self.plan(type, details, None, meets_views=written.meets_views)
            return f"{self._function(written, type, plan)}({value}, call)"
        else:
            functions, chosen = dict(self._of_each_class(written, type, details)), f"type({value})"
        if not functions:
            raise NotPure
        if chosen == "None" and None in functions:
            return f"{written.source.constant(functions[None], f'complete_{type.name}')}({value}, call)"
        table = written.source.constant(functions, f"complete_{type.name}_by")
        return f"{table}.get({chosen}, {written.source.constant(_bailing, 'bail')})({value}, call)"

    def _function(self, written: Written, type: GraphQLObjectType, plan: Plan | None) -> str:
        if plan is None:
            raise NotPure
        written.use(plan)
        return written.source.constant(plan.function, f"complete_{type.name}")

    def _of_each_class(self, written: Written, type: Any, details: FieldDetailsList) -> Iterator[tuple[type, Any]]:
        """Those of its types that can be completed; the others bail out when they come."""
        definition = type.extensions.get(DEFINITION)
        if definition is None or getattr(definition, "resolve_type", None):
            raise NotPure
        for one in self._execution.schema.get_possible_types(type):
            if plan := self.plan(one, details, None, meets_views=written.meets_views):
                written.use(plan)
                yield class_of(one), plan.function

    def _of_each_entry(
        self, written: Written, type: Any, details: FieldDetailsList, read: Read
    ) -> Iterator[tuple[Any, Any]]:
        """The same for entries, by the plans of the views that would be made of them."""
        schema = self._execution.schema
        for key, readable in read.plans.items():
            shown: Any = schema.get_type(readable.cls.__strawberry_definition__.name)
            if shown is not type and not (is_abstract_type(type) and schema.is_sub_type(type, shown)):
                continue
            if class_of(shown) is readable.cls and (plan := self.plan(shown, details, readable, meets_views=True)):
                written.use(plan)
                yield key, once(plan.function) if read.is_shared else plan.function


def class_of(type: GraphQLObjectType) -> Any:
    """The Python class of its objects. Raises NotPure where there is not exactly one."""
    definition = type.extensions.get(DEFINITION)
    if definition is None or definition.is_graphql_generic:
        raise NotPure
    return definition.origin


def _weight(type: GraphQLLeafType, *, in_list: bool) -> int:
    if is_text(type):
        return TEXT_WEIGHT
    return ITEM_WEIGHT if in_list or type.name not in ("Int", "Float", "Boolean") else FIELD_WEIGHT


def _bailing(value: Any, call: Any) -> Any:
    bail(value)


def _text(name: str, written: Written) -> str:
    pairs = "".join(f"        {pair},\n" for pair in written.pairs)
    lines = "".join(f"    {line}\n" for line in written.lines)
    return f"def {name}({written.given}, call):\n{lines}    return {{\n{pairs}    }}\n"


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
