"""A kind of field answers for itself: nobody else looks at its class, and one that leaves a question open says so."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.content import fields
from cms.content.declaration_error import DeclarationError
from cms.content.fields import Field, Report
from cms.items.queries.forms import type_forms
from schema.delivery.projection.kinds import resolvers_of

ROOT = Path(__file__).parents[2]
ROOM = ROOT / "cms/content/fields"
KINDS = {name for name in fields.__all__ if issubclass(getattr(fields, name), Field)} - {"Field"}
QUESTIONS = ("isinstance", "issubclass")


def sources(having: str) -> dict[str, ast.Module]:
    """{path: module} of everything outside the room whose text has the pattern."""
    found = (path for room in ("cms", "schema", "storage") for path in (ROOT / room).rglob("*.py"))
    outside = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in found if ROOM not in path.parents}
    return {path: ast.parse(text) for path, text in outside.items() if re.search(having, text)}


def asked_of_classes(tree: ast.Module) -> list[str]:
    """Every kind that the module asks a class for, compares one with or matches one with."""
    own, rooms = names_of_kinds(tree), names_of_rooms(tree)
    return [
        ast.unparse(one)
        for node in ast.walk(tree)
        for asked in questions(node)
        for one in ast.walk(asked)
        if (isinstance(one, ast.Name) and one.id in own)
        or (isinstance(one, ast.Attribute) and one.attr in KINDS and ast.unparse(one.value) in rooms)
    ]


def questions(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in QUESTIONS:
        yield from node.args[1:]
    elif isinstance(node, ast.MatchClass):
        yield node.cls
    elif isinstance(node, ast.Compare):
        yield from (node.left, *node.comparators)


def imports(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """(module, name in it or "", name here)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", one.name, one.asname or one.name) for one in node.names)
        elif isinstance(node, ast.Import):
            yield from ((one.name, "", one.asname or one.name) for one in node.names)


def names_of_kinds(tree: ast.Module) -> set[str]:
    return {here for module, name, here in imports(tree) if module.startswith("cms.content.fields") and name in KINDS}


def names_of_rooms(tree: ast.Module) -> set[str]:
    return {here for module, name, here in imports(tree) if f"{module}.{name}".startswith("cms.content.fields")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from cms.content.fields import Text\nisinstance(field, str | Text)", ["Text"]),
        ("from cms.content.fields.text import Text as Line\nissubclass(kind, (Line,))", ["Line"]),
        ("from cms.content import fields\nmatch field:\n    case fields.Terms(single=True): pass", ["fields.Terms"]),
        ("import cms.content.fields\nisinstance(field, cms.content.fields.File)", ["cms.content.fields.File"]),
        ("from cms.content.fields import Date\ntype(field) is Date", ["Date"]),
        ("from schema.delivery.values import File\nisinstance(value, File)", []),
        ("from cms.content.fields import Text\nname = Text()", []),
    ],
)
def test_questions_to_classes_are_found(text: str, found: list[str]) -> None:
    assert asked_of_classes(ast.parse(text)) == found


def test_nobody_else_looks_at_the_class_of_a_field() -> None:
    asked = {path: asked_of_classes(tree) for path, tree in sources(r"content\.fields|content import").items()}

    assert {path: kinds for path, kinds in asked.items() if kinds} == {}


def test_nobody_compares_the_name_of_a_kind() -> None:
    compared = [
        f"{path}:{node.lineno}"
        for path, tree in sources(rf"[\"'](?:{'|'.join(KINDS)})[\"']").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare) and "kind" in ast.unparse(node) and KINDS & words(node)
    ]

    assert compared == []


def words(node: ast.AST) -> set[str]:
    return {one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def test_the_table_that_the_interface_is_tried_against_has_all_kinds() -> None:
    table = json.loads((ROOT / "tests/facts/kinds_of_field.json").read_text("utf-8"))

    assert table == sorted(KINDS)
    assert {
        field.kind for form in type_forms() for part in (form.fields, *form.parts.values()) for field in part
    } <= KINDS


def test_a_kind_that_takes_no_values_names_class_file_and_remedy() -> None:
    with pytest.raises(DeclarationError) as refused:
        type("Silent", (Field,), {"__module__": __name__})

    assert str(refused.value) == (
        f"Silent ({__file__}) does not say which values it takes: give it a method `clean_value`, as Date in "
        "cms/content/fields/dates.py has, that answers the stored form or refuses."
    )


def test_a_kind_that_nobody_can_deliver_names_class_file_and_remedy() -> None:
    class Hidden(Field):
        def clean_value(self, value: Any, at: str, report: Report) -> Any:
            return value

    with pytest.raises(
        DeclarationError, match=r"Hidden \(.*test_kinds_of_field.py:\d+\) does not say how it is delivered"
    ):
        resolvers_of("hidden", Hidden(), lambda part: part.__name__)
