"""A declaration in code that contradicts itself or leaves something open: said at import, to whoever wrote it."""

import sys


class DeclarationError(TypeError):
    """`fault` goes on after the class and its file, `remedy` says what to write, and where."""

    def __init__(self, declared: type, fault: str, remedy: str) -> None:
        file = getattr(sys.modules.get(declared.__module__), "__file__", None) or declared.__module__
        super().__init__(f"{declared.__name__} ({file}) {fault}: {remedy}.")
