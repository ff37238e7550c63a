"""Messages of graphql-core in the words of GraphQL: it writes values as Python does, where clients know JSON."""

import json
from importlib import import_module
from typing import Any

from graphql.pyutils import inspect

LONGEST_TEXT = 240
"""Characters of a text in a message."""
MOST_ITEMS = 10
DEEPEST = 2

MODULES = ("graphql.type.definition", "graphql.type.scalars", "graphql.utilities.validate_input_value")
"""Those that show what came as JSON. What stands in a document is shown as it stands there."""


def shown(value: Any, depth: int = 0) -> str:
    """A value of a request as JSON, shortened; any other as graphql-core shows it."""
    if isinstance(value, dict):
        pairs = (f"{json_text(name)}: {shown(item, depth + 1)}" for name, item in list(value.items())[:MOST_ITEMS])
        return _listed("{", list(pairs), len(value), "}", depth)
    if isinstance(value, list):
        return _listed("[", [shown(item, depth + 1) for item in value[:MOST_ITEMS]], len(value), "]", depth)
    if value is None or type(value) in (bool, int, float, str):
        return json_text(value)
    return inspect(value)


def json_text(value: Any) -> str:
    shortened = f"{value[:LONGEST_TEXT]}…" if isinstance(value, str) and len(value) > LONGEST_TEXT else value
    return json.dumps(shortened, ensure_ascii=False)


def _listed(start: str, items: list[str], count: int, end: str, depth: int) -> str:
    if depth >= DEEPEST and count:
        return f"{start}…{end}"
    rest = ["…"] if count > len(items) else []
    return f"{start}{', '.join([*items, *rest])}{end}"


def with_null(message: str) -> str:
    without = message.removesuffix("not to be None.")
    return message if without == message else f"{without}not to be null."


def speak_graphql() -> None:
    for name in MODULES:
        module: Any = import_module(name)
        module.inspect = shown
