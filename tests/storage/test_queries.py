"""What a condition means, said in plain Python, is what MongoDB finds."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import conditions as c
from storage.mongo import Mongo
from storage.queries import query_of

Document = dict[str, Any]

MISSING = object()
MOMENTS = [datetime(2026, month, 1, tzinfo=UTC) for month in (1, 6, 12)]
WORDS = ["", "a", "ab", "a.c", "b", "$a", "eccp/en/about", "ECCP/en/About us", "nca/a"]
PATHS = ["word", "place.word", "parts.word", "parts.moment", "parts"]

scalars = st.sampled_from([None, True, False, 0, 1, 2.5, *WORDS, *MOMENTS])
values = scalars | st.lists(scalars, max_size=3)
parts = st.fixed_dictionaries({}, optional={"word": values, "moment": st.sampled_from(MOMENTS)})
roles = st.dictionaries(st.sampled_from(["eccp", "nca"]), st.lists(scalars, max_size=2))
documents = st.lists(
    st.fixed_dictionaries(
        {},
        optional={"word": values, "place": parts, "parts": st.lists(parts, min_size=1, max_size=2), "roles": roles},
    ),
    min_size=1,
    max_size=8,
)

paths = st.sampled_from(PATHS)
bounds = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("at_least", "above", "at_most", "below"), st.sampled_from([1, *WORDS, *MOMENTS]))
)
leaves = st.one_of(
    st.builds(lambda path, value: c.equal({path: value}), paths, scalars),
    st.builds(c.any_of, paths, st.lists(scalars, max_size=3)),
    st.builds(c.each_of, paths, st.lists(scalars, max_size=2)),
    st.builds(lambda path, given: c.between(path, **given), paths, bounds),
    st.builds(lambda low, high: c.element_between("word", at_least=low, below=high), *[st.sampled_from(WORDS)] * 2),
    st.builds(c.exists, paths),
    st.builds(c.has_text, paths),
    st.builds(c.has_moment, paths),
    st.builds(c.begins_with, paths, st.sampled_from(WORDS)),
    st.builds(c.path_contains, paths, st.sampled_from(["about", "/ABOUT", "n", "", "$a"])),
    st.builds(c.any_list_holds, st.just("roles"), scalars),
    st.builds(
        lambda value, given: c.element("parts", c.equal({"word": value}), c.between("moment", **given)),
        scalars,
        bounds,
    ),
)
asked = st.recursive(
    leaves,
    lambda below: st.one_of(
        st.lists(below, max_size=3).map(lambda few: c.all_of(*few)),
        st.lists(below, max_size=3).map(lambda few: c.either(*few)),
        below.map(c.not_),
    ),
    max_leaves=5,
)


def found(document: Document, path: str) -> Iterator[Any]:
    """What stands at a path: of a list each element and the list itself, MISSING for what is not there."""
    head, _, rest = path.partition(".")
    value = document.get(head, MISSING)
    if not rest:
        yield from [*value, value] if isinstance(value, list) else [value]
    elif value is MISSING:
        yield MISSING
    else:
        for one in value if isinstance(value, list) else [value]:
            yield from found(one, rest)


def kind(value: Any) -> Any:
    return float if type(value) in (int, float) else type(value)


def same(wanted: Any, value: Any) -> bool:
    if wanted is None:
        return value is None or value is MISSING
    return kind(wanted) is kind(value) and wanted == value


def is_within(bounds: dict[str, Any], value: Any) -> bool:
    tests = {"at_least": "__ge__", "above": "__gt__", "at_most": "__le__", "below": "__lt__"}
    return all(kind(value) is kind(bound) and getattr(value, tests[name])(bound) for name, bound in bounds.items())


def holds(condition: c.Condition, document: Document) -> bool:
    match condition:
        case c.All(below):
            return all(holds(one, document) for one in below)
        case c.Either(below):
            return any(holds(one, document) for one in below)
        case c.Not(below):
            return not holds(below, document)
        case c.AnyListHolds(path, value):
            return any(same(value, one) for few in document.get(path, {}).values() for one in few)
        case c.Element(path, below):
            return any(holds(below, one) for one in document.get(path, ()))
    return holds_at(condition, list(found(document, condition.path)))  # pyright: ignore[reportAttributeAccessIssue]


def holds_at(condition: c.Condition, there: list[Any]) -> bool:
    match condition:
        case c.Equal(_, value):
            return any(same(value, one) for one in there)
        case c.AnyOf(_, values):
            return any(same(value, one) for value in values for one in there)
        case c.EachOf(_, values):
            return bool(values) and all(any(same(value, one) for one in there) for value in values)
        case c.Between():
            return is_between(condition, there)
        case c.Exists():
            return any(one is not MISSING for one in there)
        case c.Holds(_, kind):
            return any(isinstance(one, kind) for one in there)
        case c.BeginsWith(_, text):
            return any(isinstance(one, str) and one.startswith(text) for one in there)
        case c.PathContains(_, text):
            return any(isinstance(one, str) and has_in_path(one, text) for one in there)
    raise AssertionError(condition)


def is_between(asked: c.Between, there: list[Any]) -> bool:
    limits = {name: getattr(asked, name) for name in ("at_least", "above", "at_most", "below")}
    given = {name: bound for name, bound in limits.items() if bound is not None}
    if asked.is_element:
        return any(is_within(given, one) for few in there if isinstance(few, list) for one in few)
    return all(any(is_within({name: bound}, one) for one in there) for name, bound in given.items())


def has_in_path(address: str, text: str) -> bool:
    parts = re.fullmatch(r"[^/]+/[^/]+(/.*)", address)
    return parts is not None and text.casefold() in parts[1].casefold()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=documents, condition=asked)
async def test_mongodb_finds_what_a_condition_means(
    mongo: Mongo, documents: list[Document], condition: c.Condition
) -> None:
    numbered = [{"_id": str(number), **document} for number, document in enumerate(documents)]

    stages = [{"$documents": {"$literal": numbered}}, {"$match": query_of(condition)}]
    given = [one["_id"] async for one in mongo.db.aggregate(stages)]

    assert given == [one["_id"] for one in numbered if holds(condition, one)], query_of(condition)
