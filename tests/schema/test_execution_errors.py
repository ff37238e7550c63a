from typing import Any

import pytest
from structlog.contextvars import bound_contextvars
from structlog.testing import capture_logs

from cms.kernel.graphql_request import GraphQLRequest, Outcome
from schema.execution.execute import Executor
from schema.limits import Limits
from tests.schema.sample_schema import schema


async def failing(how: str, field: str = "fails") -> dict[str, Any]:
    """The one error of a field that fails beside one that does not."""
    answer = await Executor(schema).execute(GraphQLRequest(f'{{ __typename {field}(how: "{how}") }}'), None)
    assert answer.outcome is Outcome.PARTIAL
    assert answer.body["data"] == {"__typename": "Query", field: None}
    [error] = answer.body["errors"]
    assert error["path"] == [field]
    assert error["locations"] == [{"line": 1, "column": 14}]
    return error


@pytest.mark.parametrize("field", ["fails", "failsLater"])
@pytest.mark.parametrize(
    ("how", "extensions"),
    [
        ("not_found", {"code": "NOT_FOUND"}),
        ("not_permitted", {"code": "NOT_PERMITTED"}),
        ("conflict", {"code": "CONFLICT"}),
        ("too_many", {"code": "TOO_MANY_REQUESTS", "retryAfter": 60.0}),
        ("mongodb", {"code": "UNAVAILABLE", "retryAfter": 2}),
        ("s3", {"code": "UNAVAILABLE", "retryAfter": 2}),
        ("coded", {"code": "BAD_CURSOR"}),
        (
            "invalid",
            {
                "code": "INVALID",
                "problems": [{"field": "title", "code": "required", "message": "Write a title.", "locale": "cs"}],
            },
        ),
    ],
)
async def test_our_own_errors_are_shown_with_their_codes(how: str, extensions: dict[str, Any], field: str) -> None:
    error = await failing(how, field)

    assert error["extensions"] == extensions
    assert error["message"].endswith(".")


@pytest.mark.parametrize(("how", "engine"), [("mongodb", "MongoDB"), ("s3", "S3")])
async def test_an_engine_that_is_away_is_named_without_its_address(how: str, engine: str) -> None:
    error = await failing(how)

    assert engine in error["message"]
    assert "Try again" in error["message"]
    assert "10.0.0.7" not in error["message"]


@pytest.mark.parametrize("field", ["fails", "failsLater"])
@pytest.mark.parametrize(("how", "secret"), [("bug", "hunter2"), ("plain", "internal remark"), ("timeout", "10.0.0.7")])
async def test_a_fault_of_ours_is_masked_and_logged_under_the_request_id(how: str, secret: str, field: str) -> None:
    with capture_logs() as logs, bound_contextvars(request_id="r-42"):
        error = await failing(how, field)

    assert error["extensions"] == {"code": "INTERNAL", "requestId": "r-42"}
    assert "r-42" in error["message"]
    assert secret not in str(error)
    [log] = logs
    assert (log["log_level"], log["request_id"], log["path"]) == ("error", "r-42", [field])
    assert secret in str(log["exc_info"])


async def test_an_error_without_a_request_id_gets_one_of_its_own() -> None:
    with capture_logs() as logs:
        error = await failing("bug")

    assert error["extensions"]["requestId"] == logs[0]["request_id"]
    assert len(error["extensions"]["requestId"]) == 32


@pytest.mark.parametrize("query", ["{ wrongNumber }", "{ requiredFails }"])
async def test_a_result_that_does_not_fit_the_schema_does_not_show_itself(query: str) -> None:
    with capture_logs() as logs:
        answer = await Executor(schema).execute(GraphQLRequest(query), None)

    assert answer.body["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert "secret" not in str(answer.body)
    assert len(logs) == 1


async def test_a_required_field_that_fails_takes_the_data_with_it() -> None:
    answer = await Executor(schema).execute(GraphQLRequest("{ requiredFails }"), None)

    assert answer.outcome is Outcome.PARTIAL
    assert answer.body["data"] is None


async def test_the_number_of_errors_in_an_answer_is_bounded() -> None:
    executor = Executor(schema, Limits(max_errors=3))

    answer = await executor.execute(GraphQLRequest("{ many(count: 50) { value } }"), None)

    *shown, last = answer.body["errors"]
    assert [error["extensions"]["code"] for error in shown] == ["NOT_FOUND"] * 3
    assert last["message"] == "47 more errors are not shown."
    assert last["extensions"]["code"] == "TOO_MANY_ERRORS"
    assert len(answer.body["data"]["many"]) == 50


async def test_the_number_of_validation_errors_is_bounded() -> None:
    fields = " ".join(f"unknown{number}" for number in range(15))

    answer = await Executor(schema, Limits(max_errors=3)).execute(GraphQLRequest(f"{{ {fields} }}"), None)

    assert len(answer.body["errors"]) == 4


async def test_the_number_of_coercion_errors_is_bounded() -> None:
    declared = " ".join(f"$v{number}: Int!" for number in range(30))
    used = " ".join(f"v{number}: many(count: $v{number}) {{ value }}" for number in range(15))
    unused = " ".join(f"v{number}: many(count: $v{number}) {{ value }}" for number in range(15, 30))
    limits = Limits(max_errors=3, max_root_fields=40)

    answer = await Executor(schema, limits).execute(GraphQLRequest(f"query ({declared}) {{ {used} {unused} }}"), None)

    assert len(answer.body["errors"]) == 4


async def test_messages_do_not_repeat_long_texts_of_the_request() -> None:
    answer = await Executor(schema).execute(GraphQLRequest(f"{{ {'x' * 40_000} }}"), None)

    assert len(answer.body["errors"][0]["message"]) <= 1_000


async def test_the_same_fault_in_many_fields_is_logged_once_for_a_request() -> None:
    with capture_logs() as logs:
        await Executor(schema).execute(
            GraphQLRequest('{ a: fails(how: "bug") b: fails(how: "bug") c: fails(how: "bug") }'), None
        )

    assert len(logs) == 1
