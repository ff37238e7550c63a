"""Whatever repositories read without a transaction, MongoDB's absence is told in storage's own words, which the API
answers with 503; within one the driver must see its own errors, by which it runs the transaction again."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import storage.repositories

FILES = sorted(Path(storage.repositories.__file__).parent.glob("*.py"))


def reads(file: Path) -> Iterator[tuple[str, str]]:
    """(name, source) of the methods that take a session or none, and ask MongoDB themselves. What takes a collection is
    called by `Mongo.read`, which translates."""
    source = file.read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.AsyncFunctionDef):
            text = ast.get_source_segment(source, node) or ""
            if (
                "session: Session | None" in text
                and "session=session" in text
                and "await self." not in text
                and not _is_called_by_read(node)
            ):
                yield f"{file.stem}.{node.name}:{node.lineno}", text


def _is_called_by_read(node: ast.AsyncFunctionDef) -> bool:
    return [argument.arg for argument in node.args.args] == ["collection", "session"]


FOUND = dict(read for file in FILES for read in reads(file))


def test_there_are_reads_to_look_at() -> None:
    assert {"items.by_address", "applications.matching"} < {name.partition(":")[0] for name in FOUND}


@pytest.mark.parametrize("name", FOUND)
def test_a_read_without_a_transaction_translates_the_drivers_errors(name: str) -> None:
    assert "with outside(session)" in FOUND[name]
