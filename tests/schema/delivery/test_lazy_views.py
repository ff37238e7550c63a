"""Objects that GraphQL reads work a field out when it is asked for."""

from typing import Any

import pytest

from schema.delivery.projection.field_resolver import Computed
from schema.delivery.projection.plan import Plan, Projection
from schema.delivery.projection.published_item import PublishedItem
from schema.delivery.projection.selection import Selection
from schema.delivery.projection.view import View

ENTRY: Any = PublishedItem({}, {"title": "Batteries"}, ["en"], reading=None)  # pyright: ignore[reportArgumentType]


class Shown(View):
    pass


def _plan(*selected: str, **functions: Any) -> Plan:
    selection = Selection()
    selection.fields |= {name: Selection() for name in selected}
    resolvers: Any = {name: Computed(one, str, (), (), None, takes_selection=False) for name, one in functions.items()}
    return Projection(Shown, resolvers, {}).plan(selection)


def test_a_field_is_read_when_it_is_asked_for_and_once():
    read: list[str] = []

    def title(entry: PublishedItem) -> str:
        read.append("title")
        return entry.data["title"]

    view = _plan("title", title=title).build(ENTRY)
    assert read == []
    assert [view.title, view.title] == ["Batteries", "Batteries"]
    assert read == ["title"]


def test_what_fails_fails_at_its_own_field():
    view = _plan("title", "lead", title=lambda entry: entry.data["title"], lead=lambda entry: entry.data["lead"]).build(
        ENTRY
    )
    with pytest.raises(KeyError, match="lead"):
        _ = view.lead
    assert view.title == "Batteries"


def test_a_field_that_is_not_selected_is_not_there():
    view = _plan(title=lambda entry: entry.data["title"]).build(ENTRY)
    with pytest.raises(AttributeError, match="title of Shown is not selected"):
        _ = view.title
