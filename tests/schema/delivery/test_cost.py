"""What pages cost the database: counted in commands, which must not grow with what is on the page."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pymongo.monitoring import CommandListener, CommandStartedEvent

from cms.kernel.graphql_request import GraphQLRequest
from schema.delivery.context import DeliveryContext
from schema.delivery.examples import contract_operations
from schema.delivery.projection.identity import Identity
from storage.embedded import Engines
from storage.mongo import Mongo
from storage.published import Published
from tests.delivery import executor
from tests.services import Publish


class Commands(CommandListener):
    """The reads that a client sent."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def started(self, event: CommandStartedEvent) -> None:
        if event.command_name in ("find", "aggregate", "getMore", "count"):
            self.names.append(event.command_name)

    def succeeded(self, event: Any) -> None: ...

    def failed(self, event: Any) -> None: ...


@pytest.fixture
async def counted(
    mongo: Mongo, engines: Engines, delivery: DeliveryContext
) -> AsyncIterator[tuple[DeliveryContext, Commands]]:
    commands = Commands()
    watched = Mongo(engines.mongodb_url, mongo.db.name, listeners=[commands])
    moment = datetime(2024, 4, 2, tzinfo=UTC)
    yield replace(delivery, published=Published(watched), clock=lambda: moment), commands
    watched.close()


async def cost(counted: tuple[DeliveryContext, Commands], operation: str, **variables: Any) -> tuple[int, dict]:
    context, commands = counted
    commands.names.clear()
    request = GraphQLRequest(contract_operations()[operation], operation, variables)
    answer = await executor.execute(request, context)
    assert "errors" not in answer.body, answer.body
    return len(commands.names), answer.body["data"]


@pytest.fixture
def programme(publish: Publish) -> Callable[[int], Any]:
    """Days with so many talks, each with a speaker and a presentation of its own."""

    async def make(talks: int) -> list[dict]:
        made = []
        for number in range(talks):
            file = await publish(
                "FileAsset",
                {"filename": f"talk-{number}.pdf"},
                facts={"mime": "application/pdf", "byte_size": 9, "sha256": f"{number:064}"},
            )
            shown = await publish("PresentationFile", {"title": {"en": f"Talk {number}"}, "file": file.id})
            speaker = await publish("Person", {"name": f"Speaker {number} of {talks}"})
            speakers = [{"person": speaker.id, "capacity": "speaker"}]
            made.append({"title": {"en": f"Talk {number}"}, "speakers": speakers, "presentations": [shown.id]})
        session = {"type": "keynote", "title": {"en": "Keynotes"}, "talks": made}
        return [{"label": {"en": "Day 1"}, "date": "2023-11-22", "sessions": [session]}]

    return make


async def test_an_edition_with_twenty_talks_costs_as_many_commands_as_one_with_two(
    counted: tuple[DeliveryContext, Commands], programme: Callable[[int], Any], make_edition: Publish
) -> None:
    await make_edition("two", days=await programme(2))
    await make_edition("twenty", days=await programme(20))

    few, small = await cost(counted, "EditionPage", site="eccp", l="en", slug="two")
    many, large = await cost(counted, "EditionPage", site="eccp", l="en", slug="twenty")

    talks = large["site"]["edition"]["days"][0]["sessions"][0]["talks"]
    assert len(talks) == 20 and all(talk["presentations"][0]["url"] for talk in talks)
    assert len(small["site"]["edition"]["days"][0]["sessions"][0]["talks"]) == 2
    assert few == many <= 7


async def test_a_landing_page_costs_the_same_with_one_edition_and_with_ten(
    counted: tuple[DeliveryContext, Commands], make_edition: Publish, publish: Publish
) -> None:
    async def with_summary(number: int) -> None:
        edition = await make_edition(
            f"edition-{number}", start=f"2023-11-{number + 1:02}", end=f"2023-11-{number + 1:02}"
        )
        data = {"kind": "event_summary", "published_at": "2023-12-01", "edition": edition.id}
        await publish("NewsItem", {**data, "title": {"en": f"Summary {number}"}})

    await with_summary(0)
    few, _one = await cost(counted, "SeriesLanding", site="eccp", l="en")
    for number in range(1, 10):
        await with_summary(number)
    many, ten = await cost(counted, "SeriesLanding", site="eccp", l="en")

    shown = ten["site"]["series"]["past"]["nodes"]
    assert len(shown) == 10 and all(card["summary"] for card in shown)
    assert few == many <= 9


async def test_however_many_ids_each_site_and_language_is_read_once(
    counted: tuple[DeliveryContext, Commands], publish: Publish, sites: None
) -> None:
    context, commands = counted
    data = {"kind": "news", "published_at": "2024-01-01"}
    items = [(await publish("NewsItem", {**data, "title": {"en": f"No. {n}"}}, site="nca")).id for n in range(5)]
    ids = [Identity("nca", locale, "", item).id for locale in ("en", "cs") for item in items]
    commands.names.clear()

    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on NewsItem { title } } }"
    answer = await executor.execute(GraphQLRequest(query, None, {"ids": ids}), context)

    assert [one["title"] for one in answer.body["data"]["nodes"]] == [f"No. {n}" for n in range(5)] * 2
    assert len(commands.names) == 4
