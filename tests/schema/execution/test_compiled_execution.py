"""A compiled query answers what graphql-core answers, byte for byte; where it cannot, graphql-core answers."""

import asyncio
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import structlog
from orjson import Fragment

from cms.kernel.graphql_request import GraphQLRequest, Outcome
from schema.execution.compiled import call, plans, writer
from schema.execution.compiled.call import Call
from schema.execution.compiled.plans import Plans
from schema.execution.execute import Executor
from schema.limits import Limits
from tests.schema.execution.library import Author, Binding, Book, Film, Shelf, answered, library, same, twice


@pytest.fixture(autouse=True)
def request_id() -> Iterator[None]:
    with structlog.contextvars.bound_contextvars(request_id="r-1"):
        yield


PURE = [
    "{ book { title } }",
    "{ book { a: title b: title title __typename author { name born alive } } }",
    "{ book { ...F author { name } } } fragment F on Book { pages author { born ...A } } fragment A on Author { name }",
    "{ book { id pages weight binding printed extra tags authors { name } } }",
    "{ books { title } }",
    '{ book { excerpt a: excerpt(length: 1) b: excerpt(of: ["x", "y"]) } }',
    "{ works { __typename title ... on Book { pages } ... on Film { minutes } } }",
    "{ book { sequels { title ... on Film { minutes } } } }",
    "{ book { call: title type: pages return: id str: author { list: name } } }",
]


@pytest.mark.parametrize("query", PURE)
async def test_what_awaits_nothing_is_completed_by_a_compiled_function(query: str) -> None:
    answer = await same(query, Book(extra={"a": [1, None, "x"]}, sequels=[Film(), Book()]), Film(), None)

    assert answer.has_fragments
    assert answer.outcome in (Outcome.EXECUTED, Outcome.PARTIAL)


@pytest.mark.parametrize("query", ["{ book { later } }", "{ books { title author { name } later } }"])
async def test_what_is_awaited_is_left_to_graphql_core(query: str) -> None:
    assert (await same(query)).outcome is Outcome.EXECUTED


async def test_parts_of_an_object_that_awaits_something_are_compiled() -> None:
    assert (await same("{ book { later author { name } } }")).has_fragments


@pytest.mark.parametrize(
    "given",
    [
        {"title": None},
        {"title": 5},
        {"title": True},
        {"title": ["x"]},
        {"title": ValueError("bad")},
        {"title": type("Told", (str,), {})("told")},
        {"pages": None},
        {"pages": 2**31},
        {"pages": -(2**31)},
        {"pages": 2.5},
        {"pages": 2.0},
        {"pages": True},
        {"pages": "12"},
        {"weight": float("nan")},
        {"weight": 3},
        {"weight": "heavy"},
        {"binding": None},
        {"binding": Binding.SOFT},
        {"binding": "hard"},
        {"printed": None},
        {"printed": date(1843, 9, 1)},
        {"printed": "1843"},
        {"tags": None},
        {"tags": [None, "x"]},
        {"tags": ("a", "b")},
        {"tags": iter(["a", "b"])},
        {"tags": "text"},
        {"tags": [1, 2]},
        {"author": None},
        {"author": object()},
        {"author": ValueError("bad")},
        {"author": Author(name=None)},
        {"authors": None},
        {"authors": [Author(), None]},
        {"authors": [Author(name=None)]},
        {"sequels": [Author()]},
        {"sequels": [Film(title=None)]},
        {"sequels": [object()]},
        {"id": 7},
        {"id": ""},
        {"extra": 0},
        {"title": '\N{GRINNING FACE} \u2028 " \\ \x00'},
    ],
    ids=lambda values: re.sub(r" at 0x\w+", "", str(values)),  # the same in each process
)
async def test_nulls_wrong_values_and_errors_are_those_of_graphql_core(given: dict[str, Any]) -> None:
    query = (
        "{ book { id title pages weight binding printed tags extra author { name } authors { name } "
        "sequels { title } } works { title } }"
    )
    for name in given:
        # each time made anew: an iterator can be read once only
        value = list(given[name]) if name == "tags" and hasattr(given[name], "__next__") else given[name]
        await same(query, Book(**{name: value}), Book())


async def test_an_object_of_another_class_is_left_to_graphql_core() -> None:
    class Duck:
        name, born, alive = "Donald", None, True

    answer = await same("{ book { title author { name born alive } } books { author { name } } }", Book(author=Duck()))

    assert answer.outcome is Outcome.EXECUTED


@pytest.mark.parametrize("query", ["{ book { title fails } }", "{ books { a: fails b: fails author { name } } }"])
async def test_errors_of_resolvers_have_the_paths_and_places_of_graphql_core(query: str) -> None:
    answer = await same(query)

    assert answer.outcome is Outcome.PARTIAL
    assert answer.body["errors"][0]["path"] in (["book", "fails"], ["books", 0, "a"])


async def test_directives_are_read_anew_with_each_set_of_variables() -> None:
    query = """query ($a: Boolean!, $b: Boolean = true) { book { title @include(if: $a) ...F @skip(if: $b)
               author @include(if: true) { name } pages @skip(if: true) } } fragment F on Book { pages }"""
    executor, plain = Executor(library), Executor(library, compiled=False)
    for variables in [{"a": True}, {"a": False}, {"a": True, "b": False}, {"a": False, "b": False}] * 3:
        asked = GraphQLRequest(query, variables=variables)
        answer, expected = [(await one.execute(asked, Shelf([Book()]))).json() for one in (executor, plain)]
        assert answer == expected


async def test_arguments_are_read_anew_with_each_request() -> None:
    query = "query ($n: Int, $of: [String!]) { book { excerpt(length: $n, of: $of) x: excerpt(of: $of) } }"
    executor, plain = Executor(library), Executor(library, compiled=False)
    for variables in [{"n": 1}, {"n": 2, "of": ["a"]}, {"n": None}, {}, {"of": "x"}] * 2:
        asked = GraphQLRequest(query, variables=variables)
        answer, expected = [(await one.execute(asked, Shelf([Book()]))).json() for one in (executor, plain)]
        assert answer == expected


async def test_the_limit_of_an_answers_size_refuses_exactly_what_it_refused() -> None:
    query = "{ books { title pages author { alive } tags } }"
    books = [Book(title="x" * 50) for _ in range(20)]
    sizes = range(1_000, 5_000, 60)
    outcomes = [
        [
            (await answered(query, *books, compiled=compiled, limits=Limits(max_answer_bytes=size))).json()
            for size in sizes
        ]
        for compiled in (True, False)
    ]

    assert outcomes[0] == outcomes[1]
    assert len(set(outcomes[0])) > 2


async def test_a_long_list_is_left_to_graphql_core_which_takes_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call, "LONGEST_LIST", 3)
    taken: list[int] = []
    items = Call.items
    monkeypatch.setattr(Call, "items", lambda self, value: (taken.append(len(value)), items(self, value))[1])

    answer = await same("{ book { title authors { name } } }", Book(authors=[Author()] * 4))

    assert taken == [4]
    assert answer.response["data"]["book"].__class__ is dict
    assert answer.outcome is Outcome.EXECUTED


async def test_a_function_that_mostly_bails_out_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Any] = []
    items = Call.items
    monkeypatch.setattr(Call, "items", lambda self, value: (taken.append(value), items(self, value))[1])
    executor = Executor(library)
    for _ in range(3 * plans.TRIED):
        await executor.execute(GraphQLRequest("{ book { tags } }"), Shelf([Book(tags=frozenset("a"))]))

    assert 0 < len(taken) <= plans.TRIED


async def compiled_document(query: str, **variables: Any) -> Plans:
    executor = Executor(library)
    for _ in range(3):
        await executor.execute(GraphQLRequest(query, variables=variables), Shelf([Book()]))
    return executor.documents.get(query).plans[Plans]


async def test_what_was_compiled_is_used_again_and_counts_as_memory_of_the_document() -> None:
    query = "{ book { title author { name } } }"
    executor = Executor(library)
    sizes: list[int] = []
    for _ in range(5):
        await executor.execute(GraphQLRequest(query), Shelf([Book()]))
        sizes.append(executor.documents._documents.bytes)

    kept = executor.documents.get(query)
    assert sizes[0] == 0 and sizes[1] == sizes[4] > kept.plan_bytes > 0


async def test_more_than_a_bounded_number_of_fields_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "MOST_NODES", 5)
    query = "{ book { a: title b: title c: title author { name } d: title e: title } }"

    made = await compiled_document(query)

    assert made.left >= 0
    assert (await same(query)).outcome is Outcome.EXECUTED


async def test_what_one_request_does_not_compile_the_next_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MOST_AT_ONCE", 4)
    executor, sizes = Executor(library), list[int]()
    asked = GraphQLRequest("{ book { title author { name born } sequels { title } } }")
    for _ in range(6):
        await executor.execute(asked, Shelf([Book()]))
        sizes.append(executor.documents.get(asked.query).plan_bytes)

    assert 0 == sizes[0] < sizes[1] < sizes[2] < sizes[3] == sizes[5]
    assert (await executor.execute(asked, Shelf([Book()]))).response["data"]["book"].__class__ is Fragment


async def test_a_document_that_comes_once_is_not_compiled() -> None:
    executor, asked = Executor(library), GraphQLRequest("{ book { title } }")
    answers = [await executor.execute(asked, Shelf([Book()])) for _ in range(2)]

    assert [answer.has_fragments for answer in answers] == [False, True]


async def test_more_than_a_bounded_number_of_sets_of_directives_is_not_compiled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plans, "MOST_VARIANTS", 1)
    query = "query ($a: Boolean!) { book { title @include(if: $a) pages } }"
    executor = Executor(library)
    fragments = []
    for a in (True, True, True, False, True):
        asked = GraphQLRequest(query, variables={"a": a})
        fragments.append((await executor.execute(asked, Shelf([Book()]))).has_fragments)

    assert fragments == [False, True, True, False, True]


async def test_a_fault_in_a_compiled_function_is_counted_and_logged_once_with_the_hash_of_the_query(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(self: Call, value: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(Call, "items", broken)
    counted: list[None] = []
    executor = Executor(library, count_fault=lambda: counted.append(None))
    query = "{ book { tags } }"
    with structlog.testing.capture_logs() as logs:
        answers = [await executor.execute(GraphQLRequest(query), Shelf([Book()])) for _ in range(3)]

    assert [answer.body for answer in answers] == [{"data": {"book": {"tags": ["maths", "engines"]}}}] * 3
    assert len(counted) == 2  # a document that comes once is not compiled
    [told] = [log for log in logs if log["event"] == "graphql.compiled_fault"]
    assert told["document"] == executor.documents.get(query).hash
    assert query not in str(told)


async def test_an_error_that_graphql_core_meets_as_well_is_no_fault() -> None:
    counted: list[None] = []
    executor = Executor(library, count_fault=lambda: counted.append(None))

    answer = await twice(executor, GraphQLRequest("{ book { fails title } }"), Shelf([Book()]))

    assert answer.outcome is Outcome.PARTIAL and counted == []


async def test_mutations_are_never_compiled() -> None:
    answer = await answered("mutation { add { title } }")

    assert answer.body == {"data": {"add": {"title": "Notes"}}}
    assert not answer.has_fragments


async def test_requests_with_the_same_document_do_not_share_arguments() -> None:
    query = "query ($n: Int) { book { excerpt(length: $n) } }"
    executor = Executor(library)
    answers = await asyncio.gather(
        *(executor.execute(GraphQLRequest(query, variables={"n": n}), Shelf([Book()])) for n in range(1, 6))
    )

    assert [answer.body["data"]["book"]["excerpt"] for answer in answers] == ["N", "No", "Not", "Note", "Notes"]
