"""Run by each interpreter: reads vectors from standard input, writes what comes out of each. Standard library alone,
besides the code that is tested; `sys.argv[1]` has this Python's packages without compiled parts of another one's."""

import importlib
import json
import sys
import types
from typing import Any


def main(packages: str) -> None:
    sys.path.append(packages)
    _stand_in_for_compiled()
    vectors = json.load(sys.stdin)
    json.dump([_outcome(name, arguments) for name, arguments in vectors], sys.stdout)


COMPILED = {"orjson": ("orjson",), "nh3": ("nh3",), "lxml.etree": ("lxml", "lxml.etree", "lxml.html", "lxml.cssselect")}
"""{what tells whether it was compiled for this release: the modules that are missing where it was not}"""


class _StandIn(types.ModuleType):
    """For a package that was compiled for another release: modules under test import it, the functions that vectors
    call have no use for it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__ = []

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})


def _stand_in_for_compiled() -> None:
    for telling, names in COMPILED.items():
        try:
            importlib.import_module(telling)
        except ImportError:
            for name in names:
                sys.modules[name] = _StandIn(name)
                parent, _dot, last = name.rpartition(".")
                if parent:
                    setattr(sys.modules[parent], last, sys.modules[name])


def _outcome(name: str, arguments: list[Any]) -> Any:
    module, _colon, function = name.partition(":")
    call = getattr(importlib.import_module(module), function)
    try:
        return call(*(_value(one) for one in arguments))
    except Exception as error:  # noqa: BLE001 (which one it is, is the outcome)
        return f"raises {type(error).__name__}"


def _value(argument: Any) -> Any:
    if isinstance(argument, str) and argument.startswith("bytes:"):
        return argument.removeprefix("bytes:").encode("latin-1")
    return argument


if __name__ == "__main__":
    main(sys.argv[1])
