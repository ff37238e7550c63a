"""Lists of objects that are read from entries: completed some at a time, and exactly as graphql-core completes them."""

from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from cms.kernel import turns
from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest
from schema.execution.compiled.whole_lists import AT_A_TIME, WholeList
from schema.execution.execute import Executor
from schema.limits import Limits
from tests.schema.execution.library import twice
from tests.schema.execution.test_compiled_entries import Entries, Page, Shouting, Text, schema

QUERY = "{ pages { nodes { title above { title } } } }"


def pages(titles: list[Any], plan: Entries | None = None) -> list[Any]:
    plan = plan or Entries(Page)
    return [plan.build({"title": title, "above": None, "secret": None}) for title in titles]


async def answers(nodes: list[Any], **options: Any) -> tuple[GraphQLAnswer, GraphQLAnswer]:
    """Of compiled functions, and of graphql-core alone."""
    request = GraphQLRequest(QUERY)
    made = [await twice(Executor(schema, compiled=one, **options), request, nodes) for one in (True, False)]
    return made[0], made[1]


@pytest.fixture(autouse=True)
def request_id() -> Iterator[None]:
    with structlog.contextvars.bound_contextvars(request_id="r-1"):
        yield


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> list[WholeList]:
    """Those that are completed at once."""
    made: list[WholeList] = []
    begin = WholeList.__init__

    def init(self: WholeList, *given: Any) -> None:
        begin(self, *given)
        made.append(self)

    monkeypatch.setattr(WholeList, "__init__", init)
    return made


MANY = [f"Page {number}" for number in range(3 * AT_A_TIME + 1)]


@pytest.mark.parametrize("count", [2, AT_A_TIME, len(MANY)])
async def test_a_list_of_one_plan_is_completed_at_once(count: int, lists: list[WholeList]) -> None:
    compiled, plain = await answers(pages(MANY[:count]))
    assert compiled.json() == plain.json()
    assert len(lists) == 1


@pytest.mark.parametrize("turn", [True, False])
async def test_what_one_item_fails_with_is_graphql_cores(
    turn: bool, lists: list[WholeList], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its place in the list, and in a later turn too."""
    monkeypatch.setattr("schema.execution.compiled.whole_lists.turn_is_over", lambda: turn)
    compiled, plain = await answers(pages([*MANY, None]))
    assert compiled.json() == plain.json()
    assert f'"path":["pages","nodes",{len(MANY)},"title"]'.encode() in compiled.json()
    assert len(lists) == 1


async def test_a_long_list_takes_turns(lists: list[WholeList], monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    async def next_turn() -> None:
        taken.append(1)
        await turns.next_turn()

    monkeypatch.setattr("schema.execution.compiled.whole_lists.turn_is_over", lambda: True)
    monkeypatch.setattr("schema.execution.compiled.execution.next_turn", next_turn)
    compiled, plain = await answers(pages(MANY))
    assert compiled.json() == plain.json()
    assert len(taken) == 3


@pytest.mark.parametrize(
    "nodes",
    [
        [],
        pages(MANY[:1]),
        [*pages(MANY[:2]), None],
        [*pages(MANY[:2]), Entries(Text).build({"title": "No page", "above": None})],
        pages(MANY[:2], Entries(Text)),
    ],
    ids=["empty", "one item", "a null", "another type too", "another type"],
)
async def test_other_lists_are_completed_item_by_item(nodes: list[Any]) -> None:
    compiled, plain = await answers(nodes)
    assert compiled.json() == plain.json()


async def test_items_of_several_plans_are_each_read_by_their_own() -> None:
    nodes = [*pages(["One", "Two"]), *pages(["Three"], Shouting(Page))]
    answer = await twice(Executor(schema), GraphQLRequest("{ pages { nodes { title } } }"), nodes)
    assert [one["title"] for one in answer.body["data"]["pages"]["nodes"]] == ["One", "Two", "THREE"]


async def test_a_list_counts_towards_the_largest_answer() -> None:
    compiled, plain = await answers(pages(MANY), limits=Limits(max_answer_bytes=300))
    assert compiled.json() == plain.json()
    assert b"LIMIT_ANSWER" in compiled.json()
