"""A visitor who asks the delivery schema, and a count of what that costs the database."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.app import delivery_context
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from schema.delivery.context import DeliveryContext
from schema.delivery.schema import schema
from schema.execution.execute import Executor
from tests.services import Clock

Ask = Callable[..., Awaitable[dict[str, Any]]]

executor = Executor(schema)


@pytest.fixture
def delivery(services: Services, clock: Clock) -> DeliveryContext:
    return delivery_context(services, "test secret")


@pytest.fixture
def answer(delivery: DeliveryContext) -> Ask:
    """The whole answer, errors included."""

    async def ask(query: str, operation: str | None = None, **variables: Any) -> dict[str, Any]:
        return (await executor.execute(GraphQLRequest(query, operation, variables), delivery)).body

    return ask


@pytest.fixture
def ask(answer: Ask) -> Ask:
    """The data of an answer that has no errors."""

    async def data(query: str, operation: str | None = None, **variables: Any) -> dict[str, Any]:
        given = await answer(query, operation, **variables)
        assert "errors" not in given, given["errors"]
        return given["data"]

    return data
