"""The values that come with an operation: bounded before they are coerced, which costs far more than counting."""

from typing import Any

from . import LimitExceeded, Limits

VALUE = 8
"""Bytes charged for each value, whatever it is, beside its text."""


def check_variables(variables: dict[str, Any], limits: Limits) -> None:
    """Raises `LimitExceeded` with the code LIMIT_VARIABLES. Text is counted in characters."""
    if len(variables) > limits.max_variables:
        message = f"{len(variables)} variables came with the operation, {limits.max_variables} are allowed."
        raise LimitExceeded("LIMIT_VARIABLES", f"{message} Use an input object or a list.")
    bytes_left, values_left = limits.max_variables_bytes, limits.max_variables_values
    level: list[Any] = [variables]
    depth = 0
    while level:
        values_left -= len(level)
        if values_left < 0:
            raise too_large(f"more than {limits.max_variables_values} values")
        if (depth := depth + 1) > limits.max_variables_depth:
            raise too_large(f"lists and objects more than {limits.max_variables_depth} levels deep")
        below: list[Any] = []
        bytes_left -= sum(size(value, below) for value in level)
        if bytes_left < 0:
            raise too_large(f"more than {limits.max_variables_bytes} bytes")
        level = below


def size(value: Any, below: list[Any]) -> int:
    """Adds what the value contains to `below`."""
    if isinstance(value, str):
        return VALUE + len(value)
    if isinstance(value, dict):
        below.extend(value.values())
        return VALUE + sum(map(len, value)) if value else VALUE
    if isinstance(value, list):
        below.extend(value)
    return VALUE


def too_large(what: str) -> LimitExceeded:
    return LimitExceeded("LIMIT_VARIABLES", f"The variables hold {what}. Send fewer values, or several requests.")
