"""Places in an item's data, named by dotted paths with element ids."""

from functools import reduce
from typing import Any


def element_around(data: dict[str, Any], at: str) -> dict[str, Any] | None:
    """What the field at `at` is a field of: part of a list, group, or the data; None where there is no such place."""
    found = reduce(_step, at.split(".")[:-1], data)
    return found if isinstance(found, dict) else None


def _step(value: Any, name: str) -> Any:
    if isinstance(value, list):
        return next((one for one in value if isinstance(one, dict) and one.get("id") == name), None)
    return value.get(name) if isinstance(value, dict) else None
