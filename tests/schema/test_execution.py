import asyncio
from typing import Any

import pytest
import strawberry
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from structlog.contextvars import bound_contextvars
from structlog.testing import capture_logs

from cms.kernel.graphql_request import GraphQLAnswer, GraphQLRequest, Outcome
from schema.execution.documents import Document
from schema.execution.execute import Executor
from schema.limits import Limits
from tests.schema import sample_schema
from tests.schema.sample_schema import Deadline, schema


async def run(query: str, limits: Limits | None = None, **request: Any) -> GraphQLAnswer:
    return await Executor(schema, limits).execute(GraphQLRequest(query, **request), None)


def first_error(answer: GraphQLAnswer) -> dict[str, Any]:
    return answer.body["errors"][0]


def code(answer: GraphQLAnswer) -> str:
    return first_error(answer)["extensions"]["code"]


@pytest.mark.parametrize("field", ["site", "siteLater"])
async def test_a_query_is_answered_with_its_data_only(field: str) -> None:
    answer = await run(f"query ($key: String!) {{ s: {field}(key: $key) {{ key }} }}", variables={"key": "nca"})

    assert answer.outcome is Outcome.EXECUTED
    assert answer.body == {"data": {"s": {"key": "nca"}}}


async def test_resolvers_get_the_context_and_the_request_extensions() -> None:
    @strawberry.type
    class Query:
        @strawberry.field
        def seen(self, info: strawberry.Info) -> list[str]:
            return [info.context["actor"], info.input_extensions["trace"]]

    executor = Executor(strawberry.Schema(query=Query))

    answer = await executor.execute(GraphQLRequest("{ seen }", extensions={"trace": "t1"}), {"actor": "editor"})

    assert answer.body == {"data": {"seen": ["editor", "t1"]}}


async def test_the_named_operation_runs() -> None:
    document = 'query A { echo(text: "a") } query B { echo(text: "b") }'

    assert (await run(document, operation_name="B")).body == {"data": {"echo": "b"}}


@pytest.mark.parametrize("name", [None, "C", ""])
async def test_an_unclear_operation_is_refused_with_the_names_there_are(name: str | None) -> None:
    answer = await run("query A { __typename } query B { __typename }", operation_name=name)

    assert (answer.outcome, code(answer)) == (Outcome.REFUSED, "OPERATION_RESOLUTION_FAILURE")
    assert "A, B" in first_error(answer)["message"]


async def test_a_document_of_fragments_only_is_refused() -> None:
    answer = await run("fragment F on Query { __typename }")

    assert answer.outcome is Outcome.REFUSED


async def test_a_mutation_runs_where_mutations_may() -> None:
    answer = await run('mutation { publish(id: "m1") }')

    assert answer.body == {"data": {"publish": "m1"}}


async def test_a_mutation_does_not_run_over_a_read_only_transport() -> None:
    before = list(sample_schema.PUBLISHED)

    answer = await run('query Q { __typename } mutation M { publish(id: "m2") }', operation_name="M", read_only=True)

    assert (answer.outcome, code(answer)) == (Outcome.MUTATION_NOT_ALLOWED, "MUTATION_NOT_ALLOWED")
    assert before == sample_schema.PUBLISHED


async def test_the_query_beside_a_mutation_runs_over_a_read_only_transport() -> None:
    answer = await run("query Q { __typename } mutation M { publish(id: 1) }", operation_name="Q", read_only=True)

    assert answer.body == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "GRAPHQL_PARSE_FAILED"),
        ("{ site(key: }", "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ site { key } }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ echo(text: 7) }", "GRAPHQL_VALIDATION_FAILED"),
        ("type Query { a: Int }", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription { __typename }", "GRAPHQL_VALIDATION_FAILED"),
    ],
)
async def test_what_is_wrong_with_a_document_is_said_with_its_place(query: str, expected: str) -> None:
    answer = await run(query)

    assert (answer.outcome, code(answer)) == (Outcome.REFUSED, expected)
    assert first_error(answer)["locations"]


async def test_suggestions_can_be_hidden() -> None:
    shown = await Executor(schema).execute(GraphQLRequest("{ sit { key } }"), None)
    hidden = await Executor(schema, hide_suggestions=True).execute(GraphQLRequest("{ sit { key } }"), None)

    assert "Did you mean" in first_error(shown)["message"]
    assert "Did you mean" not in first_error(hidden)["message"]


@pytest.mark.parametrize("variables", [None, {"key": None}, {"key": 7}, {"key": ["a"]}])
async def test_variables_that_do_not_fit_are_the_clients_error(variables: dict[str, Any] | None) -> None:
    answer = await run("query ($key: String!) { site(key: $key) { key } }", variables=variables)

    assert (answer.outcome, code(answer)) == (Outcome.REFUSED, "BAD_USER_INPUT")
    assert "data" not in answer.body


async def test_a_date_that_is_none_is_the_clients_error() -> None:
    answer = await run("query ($f: Filter) { search(filter: $f) }", variables={"f": {"since": "yesterday"}})

    assert code(answer) == "BAD_USER_INPUT"
    assert "yesterday" in first_error(answer)["message"]


async def test_an_execution_that_takes_too_long_is_stopped() -> None:
    Deadline.cancelled.clear()

    answer = await run("{ forever }", Limits(timeout_seconds=0.01))

    assert (answer.outcome, code(answer)) == (Outcome.UNAVAILABLE, "TIMEOUT")
    assert "data" not in answer.body
    assert Deadline.cancelled.is_set()


async def test_a_cancelled_execution_is_cancelled_and_not_answered() -> None:
    Deadline.started.clear()
    Deadline.cancelled.clear()
    task = asyncio.create_task(run("{ forever }"))
    await Deadline.started.wait()

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert Deadline.cancelled.is_set()


async def test_a_fault_outside_of_fields_is_masked_and_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    executor = Executor(schema)
    monkeypatch.setattr(executor, "documents", None)

    with capture_logs() as logs, bound_contextvars(request_id="r-77"):
        answer = await executor.execute(GraphQLRequest("{ __typename }"), None)

    assert (answer.outcome, code(answer)) == (Outcome.FAILED, "INTERNAL")
    assert "r-77" in first_error(answer)["message"]
    assert [log["request_id"] for log in logs] == ["r-77"]


async def test_another_executor_class_gets_the_document_with_its_plans() -> None:
    seen: list[Document] = []

    class Planning(StrawberryGraphQLCoreExecutionContext):
        def __init__(self, *arguments: Any, prepared: Document, **options: Any) -> None:
            super().__init__(*arguments, **options)
            seen.append(prepared)

    executor = Executor(schema, execution_context_class=Planning)
    for _ in range(3):
        await executor.execute(GraphQLRequest("{ __typename }"), None)

    assert seen[1] is seen[2]  # kept since it came twice
    assert seen[1].plans == {}
