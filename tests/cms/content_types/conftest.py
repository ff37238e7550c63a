"""Content types that a test writes into a package of their own."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cms.content_types import registry

Declare = Callable[[str, str], Path]


@pytest.fixture
def declare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Declare]:
    """Writes a module of the package `own_types`, and words for the type in it; it is forgotten after the test."""
    known = dict(registry)
    monkeypatch.syspath_prepend(tmp_path)

    def write(module: str, text: str) -> Path:
        package = tmp_path / "own_types"
        package.mkdir(exist_ok=True)
        path = package / f"{module}.py"
        path.write_text(text, "utf-8")
        for name in re.findall(r"^class (\w+)\(ContentType\)", text, re.MULTILINE):
            (package / "texts").mkdir(exist_ok=True)
            (package / "texts" / f"{name}.json").write_text(json.dumps(words(text)), "utf-8")
        return path

    yield write
    registry.clear()
    registry.update(known)
    for name in [name for name in sys.modules if name.partition(".")[0] == "own_types"]:
        del sys.modules[name]


def words(text: str) -> dict[str, object]:
    """Of a module with one type: the same word for everything."""
    word = dict.fromkeys(("en", "cs", "bg"), "Word")
    fields = re.findall(r"^ +(\w+) = (?!Delivery|Titles|Computed)[A-Z]\w+\(", text, re.MULTILINE)
    parts = re.findall(r"^class (\w+)\(Embedded\)", text, re.MULTILINE)
    named = {"fields": dict.fromkeys(fields, word), "parts": dict.fromkeys(parts, word)}
    return {"singular": word, "plural": word, "new": word, **named}
