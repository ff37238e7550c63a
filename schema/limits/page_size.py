"""How large a page a field was asked for."""

from graphql import FieldNode, GraphQLField, GraphQLInt, IntValueNode, ValueNode, get_named_type

from . import LimitExceeded, Limits

PAGE_ARGUMENTS = ("first", "last")


def page_arguments(definition: GraphQLField) -> set[str]:
    """Of a field that has pages, else nothing."""
    named = {name: get_named_type(argument.type) for name, argument in definition.args.items()}
    return {name for name in PAGE_ARGUMENTS if named.get(name) is GraphQLInt}


def given_sizes(node: FieldNode, names: set[str]) -> list[ValueNode]:
    return [argument.value for argument in node.arguments or () if argument.name.value in names]


def default_size(definition: GraphQLField, limits: Limits) -> int:
    first = definition.args.get("first")
    default = first.default_value if first else None
    return default if type(default) is int else limits.default_page_size


def literal_page(value: IntValueNode, limits: Limits) -> int:
    size = max(int(value.value), 0)
    if size > limits.max_page_size:
        raise page_too_large(size, limits, value)
    return size


def page_too_large(size: int, limits: Limits, node: ValueNode | None) -> LimitExceeded:
    message = f"A page of {size} was asked for, {limits.max_page_size} is the most."
    return LimitExceeded("LIMIT_PAGE_SIZE", f"{message} Use `after` to read on, `before` to read back.", node)
