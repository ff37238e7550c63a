"""People who ask the management schema, and a view of everything that they might have changed."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import create_item
from cms.kernel.graphql_request import GraphQLRequest
from cms.kernel.services import Services
from schema.delivery.lists.cursors import Cursors
from schema.execution.execute import Executor
from schema.management.context import ManagementContext
from schema.management.schema import schema
from storage.documents import DOCUMENTS, Item
from storage.mongo import Mongo
from tests.kept import everything, lay_down
from tests.services import Clock, only

Ask = Callable[..., Awaitable[dict[str, Any]]]
Records = Callable[[], Awaitable[dict[str, list[dict[str, Any]]]]]

NOT_RECORDS = {"locks", "attempts"}
"""What transactions wait on, and how often something was tried."""
RESULT = """{
  item { id type site shared version data slugs { locale slug } deletedAt states { locale state liveVersion } }
  refusal { code message } problems { field locale code message }
  conflict { version clashes { at locale base theirs yours } }
}"""

executor = Executor(schema)


@pytest.fixture
def answer(services: Services) -> Ask:
    """The whole answer to a person, errors included. `here`: the id of the session that asks, none for a token."""

    async def ask(actor: Actor, query: str, *, here: str | None = None, **variables: Any) -> dict[str, Any]:
        context = ManagementContext(services, actor, f"{actor.id}@example.org", Cursors("test secret"), here)
        return (await executor.execute(GraphQLRequest(query, None, variables), context)).body

    return ask


@pytest.fixture
def ask(answer: Ask) -> Ask:
    """The data of an answer that has no errors."""

    async def data(actor: Actor, query: str, **variables: Any) -> dict[str, Any]:
        given = await answer(actor, query, **variables)
        assert "errors" not in given, given["errors"]
        return given["data"]

    return data


@pytest.fixture
def do(ask: Ask) -> Ask:
    """The result of one mutation."""

    async def result(actor: Actor, name: str, **input: Any) -> dict[str, Any]:
        kind = name[0].upper() + name[1:]
        text = f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {RESULT} }}"
        return (await ask(actor, text, input=input))[name]

    return result


@pytest.fixture
def records(mongo: Mongo) -> Records:
    """Everything that is stored, in every collection there is, whoever wrote it."""
    settings: list[Any] = [getattr(kind, "Settings") for kind in DOCUMENTS]  # noqa: B009  Beanie's base has none
    known = {one.name for one in settings}

    async def read() -> dict[str, list[dict[str, Any]]]:
        found = {name: [*by_id.values()] for name, by_id in (await everything(mongo)).items()}
        return {name: found.get(name, []) for name in {*known, *found} - NOT_RECORDS}

    return read


@pytest.fixture
async def draft(services: Services, clock: Clock, edition_data: Callable[..., dict[str, Any]]) -> Item:
    slugs = {"en": "iasi-2023", "cs": "jasy-2023"}

    async def make() -> None:
        await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data(), slugs=slugs)

    await lay_down(services.repository.mongo, ("draft", clock()), make)
    return await only(services, "Edition")


def codes(result: dict[str, Any]) -> Sequence[tuple[str, str | None, str]]:
    return [(one["field"], one["locale"], one["code"]) for one in result["problems"]]
