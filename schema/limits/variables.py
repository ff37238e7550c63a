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
    left = limits.max_variables_bytes
    stack: list[Any] = [variables]
    while stack and left >= 0:
        left -= size(stack.pop(), stack)
    if left < 0:
        message = f"The variables hold more than {limits.max_variables_bytes} bytes."
        raise LimitExceeded("LIMIT_VARIABLES", f"{message} Send fewer values, or several requests.")


def size(value: Any, stack: list[Any]) -> int:
    """Puts what the value contains on the stack."""
    if isinstance(value, str):
        return VALUE + len(value)
    if isinstance(value, dict):
        stack.extend(value.values())
        return VALUE + sum(map(len, value))
    if isinstance(value, list):
        stack.extend(value)
    return VALUE
