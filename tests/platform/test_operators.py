"""Storage alone speaks MongoDB's language: no operator of it stands anywhere else."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("benchmarks", "bootstrap", "cms", "development", "schema")
REMEDY = (
    "is MongoDB's language, which storage/ alone speaks. Ask with a condition (storage/conditions.py), "
    "or write a method that is named after the question into storage/repositories/ or storage/published.py."
)


def operators(source: str) -> Iterator[tuple[int, str]]:
    """(line, operator) of the texts that are an operator, or a path or variable of an aggregation."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_operator(node.value):
            yield node.lineno, node.value


def is_operator(text: str) -> bool:
    name = text.removeprefix("$").removeprefix("$")
    return text != name and name.replace(".", "").replace("_", "").isalnum() and not name[0].isdecimal()


def problems(root: Path) -> list[str]:
    files = sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.py"))
    found = [(path, *one) for path in files for one in operators(path.read_text("utf-8"))]
    return [f"{path.relative_to(root)}:{line}: {text!r} {REMEDY}" for path, line, text in found]


def test_no_operator_of_mongodb_stands_outside_storage() -> None:
    assert problems(ROOT) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_one_is_named_with_its_place_and_what_to_do(tmp_path: Path, folder: str) -> None:
    file = tmp_path / folder / "room" / "verb.py"
    file.parent.mkdir(parents=True)
    file.write_text('"""A comment may say $in."""\n\nQUERY = {"type": "Page",\n    "_id": {\'$in\': []}}\n', "utf-8")

    [problem] = problems(tmp_path)

    assert problem.startswith(f"{folder}/room/verb.py:4: '$in' is MongoDB's language")
    assert "storage/conditions.py" in problem


@pytest.mark.parametrize("text", ["$set", "$elemMatch", "$roles.nca", "$$this.v", "$$ROOT", "$_id"])
def test_operators_paths_and_variables_are_found(text: str) -> None:
    assert list(operators(f"{{{text!r}: 1}}")) == [(1, text)]


@pytest.mark.parametrize("text", ["$", "$5", "$ 5", "5 $", "^[a-z]$", "$(command)", "the price in $us"])
def test_other_texts_with_a_dollar_are_none(text: str) -> None:
    assert list(operators(repr(text))) == []


def test_the_rule_finds_what_storage_says() -> None:
    said = {text for _line, text in operators((ROOT / "storage/queries.py").read_text("utf-8"))}

    assert {"$or", "$in", "$elemMatch", "$$this.v"} <= said
