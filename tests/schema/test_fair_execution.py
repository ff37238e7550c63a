"""Long requests let others go on, and give what short ones would give."""

import asyncio
from typing import Any

import pytest
import strawberry
from graphql import get_introspection_query
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from cms.kernel import turns
from cms.kernel.errors import NotFound
from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest, Outcome
from schema.execution.answer_size import AnswerSize, AnswerTooLarge, json_size
from schema.execution.execute import Executor
from schema.limits import Limits
from tests.schema.sample_schema import schema

TEXT = "x" * 1_000


@strawberry.type
class Leaf:
    text: str = TEXT

    @strawberry.field
    async def later(self) -> str:
        await asyncio.sleep(0)
        return "later"

    @strawberry.field
    def fails(self) -> str | None:
        raise NotFound("Nothing there.")


@strawberry.type
class Tree:
    @strawberry.field
    def leaves(self, count: int) -> list[Leaf]:
        return [Leaf() for _ in range(count)]


@strawberry.type
class Query:
    @strawberry.field
    def tree(self) -> Tree:
        return Tree()

    @strawberry.field
    def trees(self, count: int) -> list[Tree]:
        return [Tree() for _ in range(count)]


@strawberry.type
class Mutation:
    @strawberry.mutation
    def plant(self, count: int) -> list[Leaf]:
        PLANTED.append(count)
        return [Leaf() for _ in range(count)]


PLANTED: list[int] = []
forest = strawberry.Schema(Query, Mutation)


@pytest.fixture
def short_turns(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Each turn is over at once; counts them."""
    taken: list[float] = []
    next_turn = turns.Turns.next

    async def counted(self: turns.Turns, work: turns.Work) -> None:
        taken.append(work.turns)
        await next_turn(self, work)

    monkeypatch.setattr(turns, "TURN_SECONDS", -1.0)
    monkeypatch.setattr(turns.Turns, "next", counted)
    return taken


async def executed(text: str, *, compiled: bool = True, **limits: int) -> GraphQLAnswer:
    return await Executor(forest, Limits(**limits), compiled=compiled).execute(GraphQLRequest(text), None)


async def test_between_any_two_items_others_can_go_on(short_turns: list[float]) -> None:
    answer = await executed("{ trees(count: 5) { leaves(count: 40) { text } } }", compiled=False)

    assert len(answer.body["data"]["trees"][4]["leaves"]) == 40
    assert len(short_turns) >= 5 * 40


async def test_what_is_short_takes_no_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TURN_SECONDS", 3600.0)
    monkeypatch.setattr(turns.Turns, "next", lambda *_: pytest.fail("waited"))

    answer = await executed("{ trees(count: 5) { leaves(count: 40) { text } } }")

    assert answer.outcome is Outcome.EXECUTED


async def test_the_one_with_the_fewest_turns_goes_first(short_turns: list[float]) -> None:
    ended: list[str] = []

    async def ask(name: str, count: int) -> None:
        await executed(f"{{ tree {{ leaves(count: {count}) {{ text }} }} }}", compiled=False)
        ended.append(name)

    long = asyncio.create_task(ask("long", 300))
    while len(short_turns) < 50:
        await asyncio.sleep(0)
    await ask("short", 20)
    await long

    assert ended == ["short", "long"]


@pytest.mark.parametrize(
    "text",
    [
        get_introspection_query(),
        '{ site(key: "a") { editions(first: 2) { nodes { slug siblings { title } talks { title } } } } }',
        '{ __typename many(count: 9) { value } fails(how: "bug") failsLater(how: "not_found") wrongNumber }',
        '{ requiredFails siteLater(key: "b") { edition { siblings { siblings { slug } } } } }',
    ],
)
async def test_the_answer_is_that_of_graphql_core(short_turns: list[float], text: str) -> None:
    plain = Executor(schema, execution_context_class=StrawberryGraphQLCoreExecutionContext)

    expected = await plain.execute(GraphQLRequest(text), None)
    answer = await Executor(schema).execute(GraphQLRequest(text), None)

    assert without_ids(answer) == without_ids(expected)
    assert short_turns


def without_ids(answer: GraphQLAnswer) -> Any:
    """Request ids and places of faults are new each time; errors come in the order in which fields end."""
    errors = sorted((str(error["path"]), error["extensions"]["code"]) for error in answer.body.get("errors", ()))
    return answer.outcome, answer.body.get("data"), errors


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["text", "later", "fails"]), min_size=1, unique=True), st.integers(0, 6))
async def test_fields_that_wait_and_fail_are_all_answered(
    short_turns: list[float], fields: list[str], count: int
) -> None:
    answer = await executed(f"{{ trees(count: 3) {{ leaves(count: {count}) {{ {' '.join(fields)} }} }} }}")

    values = {"text": TEXT, "later": "later", "fails": None}
    leaf = {name: values[name] for name in fields}
    assert answer.body["data"] == {"trees": [{"leaves": [leaf] * count}] * 3}


async def test_an_answer_that_becomes_too_large_is_stopped_while_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    add = AnswerSize.add
    monkeypatch.setattr(AnswerSize, "add", lambda self, value: (made.append(value), add(self, value)))

    answer = await executed("{ trees(count: 100) { leaves(count: 100) { text } } }", max_answer_bytes=50_000)

    [error] = answer.body["errors"]
    assert (answer.outcome, error["extensions"]["code"]) == (Outcome.REFUSED, "LIMIT_ANSWER")
    assert "50,000 bytes" in error["message"] and "data" not in answer.body
    assert len(made) <= 51


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("fields", ["text", "text later", "later text fails"])
async def test_it_is_stopped_however_its_fields_are_resolved(
    fields: str, short: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "TURN_SECONDS", -1.0 if short else 3600.0)

    answer = await executed(f"{{ trees(count: 9) {{ leaves(count: 50) {{ {fields} }} }} }}", max_answer_bytes=50_000)

    assert [error["extensions"]["code"] for error in answer.body["errors"]] == ["LIMIT_ANSWER"]


async def test_names_count_as_often_as_they_are_repeated() -> None:
    alias = "a" * 2_000

    answer = await executed(f"{{ tree {{ leaves(count: 50) {{ {alias}: __typename }} }} }}", max_answer_bytes=50_000)

    assert answer.body["errors"][0]["extensions"]["code"] == "LIMIT_ANSWER"


async def test_a_mutation_is_told_that_its_changes_were_made() -> None:
    PLANTED.clear()

    answer = await executed("mutation { plant(count: 90) { text } }", max_answer_bytes=50_000)

    assert PLANTED == [90]
    assert "Changes made before that are kept" in answer.body["errors"][0]["message"]


JSON = st.recursive(
    st.none() | st.integers() | st.text(), lambda below: st.lists(below) | st.dictionaries(st.text(), below)
)


@given(JSON, st.integers(0, 400))
def test_counting_stops_soon_after_the_limit(value: Any, most: int) -> None:
    size = json_size(value, most)

    assert size >= json_size(value, 10**9) or size > most


def test_an_answer_of_exactly_the_limit_is_allowed() -> None:
    size = AnswerSize(12)
    size.add("x" * 10)

    with pytest.raises(AnswerTooLarge):
        size.add(1)
