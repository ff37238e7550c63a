"""Conditions are values, and take nothing that could become an operator."""

from datetime import UTC, datetime
from typing import Any

import pytest

from storage.conditions import (
    EVERYTHING,
    NOTHING,
    all_of,
    any_list_holds,
    any_of,
    begins_with,
    between,
    each_of,
    either,
    element,
    element_between,
    equal,
    exists,
    given,
    has_moment,
    not_,
    path_contains,
)
from storage.queries import query_of

NOW = datetime(2026, 11, 30, tzinfo=UTC)
OPERATOR: Any = {"$gt": ""}


@pytest.mark.parametrize("path", ["$where", "data.$key", "", ".", "data.", "data..key", "a\0b"])
def test_what_is_no_path_is_refused(path: str) -> None:
    for make in (exists, has_moment, lambda path: equal({path: 1}), lambda path: element(path, EVERYTHING)):
        with pytest.raises(ValueError, match="is no path; give names"):
            make(path)


@pytest.mark.parametrize("value", [OPERATOR, [OPERATOR], ["a"], ("a",), object(), b"a"])
def test_what_is_no_plain_value_is_refused(value: Any) -> None:
    makers = [
        lambda: equal({"key": value}),
        lambda: any_of("key", [value]),
        lambda: each_of("key", [value]),
        lambda: between("key", below=value),
        lambda: element_between("key", at_least=value),
        lambda: any_list_holds("roles", value),
    ]
    for make in makers:
        with pytest.raises(TypeError, match="is no plain value"):
            make()


@pytest.mark.parametrize("make", [begins_with, path_contains])
def test_a_part_of_a_text_is_a_text(make: Any) -> None:
    with pytest.raises(TypeError, match="is no text"):
        make("key", ["a"])


@pytest.mark.parametrize("values", ["abc", b"abc"])
def test_one_value_is_not_taken_for_several(values: Any) -> None:
    with pytest.raises(TypeError, match="give a list of values"):
        any_of("key", values)


def test_several_values_are_never_an_operator() -> None:
    assert query_of(any_of("key", OPERATOR)) == {"key": {"$in": ["$gt"]}}


@pytest.mark.parametrize("make", [all_of, either, not_, lambda one: element("parts", one), query_of])
def test_a_dictionary_is_no_condition(make: Any) -> None:
    with pytest.raises(TypeError, match="make one with a function of"):
        query_of(all_of(exists("a"), make({"key": "a"})))


def test_conditions_compare_by_what_they_ask() -> None:
    assert all_of(equal({"type": "Page"}), EVERYTHING) == equal({"type": "Page"}) == either(equal({"type": "Page"}))
    assert len({any_of("site", iter(["a", "b"])), any_of("site", ("a", "b")), any_of("site", ["b", "a"])}) == 2
    assert all_of() == EVERYTHING == between("day") == given({"site": None, "name": ""})
    assert either() == NOTHING != EVERYTHING


def test_all_of_what_is_asked_is_one_flat_query() -> None:
    asked = all_of(equal({"type": "Page", "deleted_at": None}), all_of(any_of("site", ["a"]), not_(exists("expires"))))

    assert query_of(asked) == {
        "type": "Page",
        "deleted_at": None,
        "site": {"$in": ["a"]},
        "expires": {"$not": {"$exists": True}},
    }


def test_two_conditions_of_one_path_stay_two() -> None:
    asked = all_of(equal({"facets": "a"}), equal({"facets": "b"}), either(exists("a")), either(exists("b")))

    assert query_of(asked) == {
        "$and": [{"facets": "a"}, {"facets": "b"}, {"a": {"$exists": True}}, {"b": {"$exists": True}}]
    }


@pytest.mark.parametrize(
    ("condition", "query"),
    [
        (EVERYTHING, {}),
        (NOTHING, {"_id": {"$in": []}}),
        (not_(equal({"a": True})), {"a": {"$ne": True}}),
        (not_(any_of("a", [1])), {"a": {"$nin": [1]}}),
        (not_(equal({"a": 1, "b": 2})), {"$nor": [{"a": 1, "b": 2}]}),
        (between("a", above=1, at_most=2), {"a": {"$gt": 1, "$lte": 2}}),
        (begins_with("a", "b.c"), {"a": {"$regex": r"^b\.c"}}),
        (
            not_(element("hidden", equal({"channel": "*"}), between("from", at_most=NOW))),
            {"hidden": {"$not": {"$elemMatch": {"channel": "*", "from": {"$lte": NOW}}}}},
        ),
    ],
)
def test_conditions_in_the_language_of_mongodb(condition: Any, query: Any) -> None:
    assert query_of(condition) == query


@pytest.mark.parametrize("make", [begins_with, path_contains])
def test_no_text_holds_a_nul(make: Any) -> None:
    assert make("key", "a\0") == NOTHING
