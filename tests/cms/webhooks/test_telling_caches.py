"""Caches in front of a site are told what to drop: by the tags of its answers, once, and few times for many changes."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import update_item
from cms.kernel.services import Services
from cms.webhooks.actions.update_webhook import update_webhook
from cms.webhooks.invalidation import invalidation
from storage.documents import OutboxEvent, Webhook
from storage.live_changes import EVERYTHING
from storage.read_tags import item_tag, list_tag, site_tag
from storage.repositories.purges import CACHES_CHANGED, MOST_TAGS
from tests.cms.webhooks.conftest import Drain, MakeWebhook, deliveries
from tests.cms.webhooks.receiver import Receiver
from tests.services import Clock, Publish

PURGE = ["cache.invalidated"]
AT = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    """Ahead of the machine's, by which changes of the live world are dated: they have been gathered by then."""
    clock = Clock()
    clock.now = datetime.now(UTC) + timedelta(minutes=5)
    return clock


def told(tags: set[str], site: str = "nca") -> dict[str, Any]:
    return orjson.loads(invalidation(tags, site, "cs", AT))["data"]


async def messages(webhook: Webhook) -> list[dict[str, Any]]:
    return [orjson.loads(one.body)["data"] for one in await deliveries(webhook)]


def test_a_message_names_each_tag_with_its_groups_and_the_pages_that_changed() -> None:
    data = told({"item:7", "address:nca/cs/novinky/x", "address:nca/en/news/x"})

    assert {"item:7", "address:nca/cs/novinky/x"} < set(data["tags"])
    assert sum(tag.startswith("~") for tag in data["tags"]) == 6
    assert data["paths"] == ["/novinky/x", "/en/news/x"]
    assert (data["site"], data["everything"]) == ("nca", False)


def test_a_site_is_told_of_its_own_and_of_what_belongs_to_no_site_alone() -> None:
    data = told({"list:News:eccp", "site:eccp", "address:eccp/en/x", "list:News:*", "list:News", "content", "item:7"})

    assert [tag for tag in data["tags"] if tag[0] != "~"] == ["content", "item:7", "list:News", "list:News:*"]
    assert data["paths"] == []


def test_more_than_can_be_named_is_told_by_the_tag_of_the_site() -> None:
    data = told({EVERYTHING})

    assert data["everything"] and "site:nca" in data["tags"]


async def test_a_publication_tells_each_cache_the_tags_of_its_answers_and_nothing_of_the_content(
    make_webhook: MakeWebhook, make_edition: Publish, drain: Drain, receiver: Receiver
) -> None:
    webhook, _secret = await make_webhook(events=PURGE)
    await drain()
    edition = await make_edition(locales=["en"])
    await drain()

    [_registered, message] = await messages(webhook)
    assert {item_tag(edition.id), list_tag("Edition", "eccp"), "address:eccp/en/editions/iasi-2023"} <= {
        *message["tags"]
    }
    assert message["paths"] == ["/editions/iasi-2023"]
    assert b"Meet us" not in b"".join(one.body for one in receiver.received)


async def test_a_draft_is_told_to_no_cache(
    make_webhook: MakeWebhook, make_edition: Publish, drain: Drain, services: Services
) -> None:
    edition = await make_edition(locales=["en"])
    webhook, _secret = await make_webhook(events=PURGE)
    await drain()

    await update_item(services, SYSTEM, edition.id, 1, {"theme": {"en": "Not yet"}})
    await drain()

    assert len(await messages(webhook)) == 1  # of the day it was registered


async def test_many_changes_are_one_message(make_webhook: MakeWebhook, publish: Publish, drain: Drain) -> None:
    webhook, _secret = await make_webhook(events=PURGE)
    await drain()

    people = [await publish("Person", {"name": f"Person {number}"}) for number in range(12)]
    await drain()

    [_registered, message] = await messages(webhook)
    assert {item_tag(one.id) for one in people} <= {*message["tags"]}
    assert await OutboxEvent.find({"name": CACHES_CHANGED, "state": {"$ne": "done"}}).count() == 0


async def test_a_change_of_very_much_is_one_of_everything(
    make_webhook: MakeWebhook, services: Services, drain: Drain
) -> None:
    webhook, _secret = await make_webhook(events=PURGE)
    await drain()

    async def change(session: Any) -> None:
        await services.repository.purges.note(session, frozenset(map(str, range(MOST_TAGS + 1))))

    await services.transact(change)
    await drain()

    assert (await messages(webhook))[-1]["everything"]


async def test_where_no_webhook_asks_nothing_is_left_to_be_told(
    make_webhook: MakeWebhook, make_edition: Publish
) -> None:
    await make_webhook()
    await make_edition()

    assert await OutboxEvent.find({"name": CACHES_CHANGED}).count() == 0


async def test_whether_caches_are_told_is_a_change_of_the_site(
    make_webhook: MakeWebhook, services: Services, listening: Callable[[], list[frozenset[str]]]
) -> None:
    webhook, _secret = await make_webhook(events=PURGE)
    assert site_tag("eccp") in listening()[-1] and await services.repository.purges.sites() == {"eccp"}

    await update_webhook(services, SYSTEM, webhook.id, is_active=False)

    assert len(listening()) == 2 and site_tag("eccp") in listening()[-1]
    assert await services.repository.purges.sites() == frozenset()


@pytest.fixture
def listening(services: Services, sites: None) -> Any:
    heard: list[frozenset[str]] = []
    changes = services.repository.mongo.live_changes
    changes.listen(heard.append)
    yield lambda: heard
    changes.leave(heard.append)
