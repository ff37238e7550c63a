"""Kinds of questions that tests write, as the recipe of docs/architecture.md says."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from cms.content.questions.registry import KINDS


@contextmanager
def kind_of_question(folder: Path, name: str, source: str, control: str | None) -> Iterator[None]:
    """Known while the block runs: the class in `<name>.py`, its control beside it. Raises IncompleteKind."""
    module = folder / f"{name}.py"
    module.write_text(source, encoding="utf-8")
    if control is not None:
        module.with_suffix(".html").write_text(control, encoding="utf-8")
    known = set(KINDS)
    try:
        _import(module)
        yield
    finally:
        for one in set(KINDS) - known:
            KINDS.remove(one)


def _import(path: Path) -> None:
    spec = spec_from_file_location(f"kind_of_tests_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = sys.modules[spec.name] = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[spec.name]
        raise
