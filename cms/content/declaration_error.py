"""A declaration in code that contradicts itself or leaves something open: said at import, to whoever wrote it."""

import inspect
import re
import sys


class DeclarationError(TypeError):
    """`fault` goes on after the class and its file, `remedy` says what to write, and where. `attribute`: the one of the
    class that is wrong; its line is told, or else that of the class, where Python knows it."""

    def __init__(self, declared: type, fault: str, remedy: str, attribute: str = "") -> None:
        file = getattr(sys.modules.get(declared.__module__), "__file__", None) or declared.__module__
        super().__init__(f"{declared.__name__} ({file}{_line(declared, attribute)}) {fault}: {remedy}.")


def _line(declared: type, attribute: str) -> str:
    """ ":12", or "" for a class that stands in no file."""
    try:
        lines, first = inspect.getsourcelines(declared)
    except (OSError, TypeError):
        return ""
    own = re.compile(rf"\s+{re.escape(attribute)}\s*[:=]") if attribute else None
    return f":{first + next((place for place, line in enumerate(lines) if own and own.match(line)), 0)}"
