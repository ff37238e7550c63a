"""Nobody outside their room decides by the kind of a question: the kind is asked."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from graphql import GraphQLEnumType, build_schema

import cms.content.questions
from cms.content.questions.registry import KINDS

ROOT = Path(__file__).parents[2]
ROOM = Path(cms.content.questions.__file__).parent
ABOUT_QUESTIONS = (
    "cms/applications/**/*.py",
    "cms/content/rules/*.py",
    "cms/content_types/*.py",
    "schema/delivery/applications/*.py",
    "schema/delivery/types/application_form.py",
    "schema/management/applications/**/*.py",
)
OPEN = {"asking", "kind", "question", "registry", "shapes"}
"""What the room shows to others; the classes of kinds are not among it."""


def sources(*patterns: str) -> Iterator[tuple[str, ast.Module]]:
    for path in (path for pattern in patterns for path in ROOT.glob(pattern)):
        if ROOM not in path.parents:
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def compared(node: ast.AST) -> Iterator[ast.expr]:
    """What decides: both sides of a comparison, the value of a case, the keys of a table."""
    if isinstance(node, ast.Compare):
        yield from (node.left, *node.comparators)
    elif isinstance(node, ast.MatchValue):
        yield node.value
    elif isinstance(node, ast.Dict):
        yield from (key for key in node.keys if key is not None)


def words(node: ast.expr) -> set[str]:
    found = node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else [node]
    return {one.value for one in found if isinstance(one, ast.Constant) and isinstance(one.value, str)}


UNMISTAKABLE = {name for name in KINDS if "_" in name} | {"choices", "consent"}


def is_about_a_type(node: ast.AST) -> bool:
    return isinstance(node, ast.Compare) and any(
        (isinstance(one, ast.Attribute) and one.attr == "type") or ".get('type'" in ast.unparse(one)
        for one in (node.left, *node.comparators)
    )


def decisions(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        named = {word for one in compared(node) for word in words(one)}
        if named & UNMISTAKABLE or (is_about_a_type(node) and named & KINDS.keys()):
            yield ast.unparse(node)


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cms.content.questions."):
            yield (node.module or "").rpartition(".")[2]
        elif isinstance(node, ast.ImportFrom) and node.module == "cms.content.questions":
            yield from (one.name for one in node.names)


def test_no_kind_is_decided_by_its_name_outside_the_room() -> None:
    found = {path: [*decisions(tree)] for path, tree in sources(*ABOUT_QUESTIONS)}

    assert {path: lines for path, lines in found.items() if lines} == {}


def test_no_class_of_a_kind_is_known_outside_the_room() -> None:
    found = {
        path: {*imported(tree)} - OPEN for path, tree in sources("cms/**/*.py", "schema/**/*.py", "storage/**/*.py")
    }

    assert {path: names for path, names in found.items() if names} == {}


def test_no_page_decides_by_the_kind_of_a_question() -> None:
    pages = {path.name: path.read_text("utf-8") for path in (ROOT / "cms/applications/pages/templates").glob("*.html")}

    assert {name for name, text in pages.items() if re.search(r"\bq\.type\b", text)} == set()


def test_the_schema_names_every_kind() -> None:
    enum = build_schema((ROOT / "schema/delivery.graphql").read_text("utf-8")).type_map["QuestionType"]

    assert isinstance(enum, GraphQLEnumType) and sorted(enum.values) == sorted(name.upper() for name in KINDS)


def test_a_decision_by_name_would_be_found() -> None:
    by_name = (
        "if question.type == 'number': pass",
        "if one.type in ('files', 'group'): pass",
        "if data.get('type') in ('choice',): pass",
        "match kind:\n    case 'yes_no': pass",
        "RULES = {'date_ranges': len}",
    )

    assert [one for one in by_name if not [*decisions(ast.parse(one))]] == []
    assert {*imported(ast.parse("from cms.content.questions.group import Group"))} - OPEN == {"group"}
