"""Selections of documents that come again stay: what is compiled of those documents is compiled for them."""

from types import SimpleNamespace
from typing import Any

from graphql import parse

from schema.delivery.projection.selection import MAX_CACHED, selection_of


def field_of(text: str) -> Any:
    """As a resolver's `info` has it."""
    operation: Any = parse(text).definitions[0]
    return SimpleNamespace(field_nodes=list(operation.selection_set.selections), fragments={})


def test_a_document_that_comes_again_keeps_its_selection_however_many_come_between() -> None:
    often = field_of("{ often { title } }")
    first = selection_of(often)
    for number in range(MAX_CACHED):
        selection_of(field_of(f"{{ once{number} {{ title }} }}"))
        if number % 1_000 == 0:
            assert selection_of(often) is first


def test_a_document_that_came_once_is_forgotten() -> None:
    once = field_of("{ once { title } }")
    first = selection_of(once)
    for number in range(MAX_CACHED):
        selection_of(field_of(f"{{ other{number} {{ title }} }}"))
    assert selection_of(once) is not first
