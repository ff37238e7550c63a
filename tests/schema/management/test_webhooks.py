"""Webhooks through the management schema: what is wrong is said, secrets are shown once. Rights: `rows/webhooks.py`."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.kernel.services import Services
from cms.webhooks.actions.create_webhook import create_webhook
from cms.webhooks.actions.ping_webhook import ping_webhook
from storage.documents import Webhook, WebhookDelivery
from storage.mongo import Mongo
from tests.schema.management.conftest import Ask
from tests.services import Clock, person

URL = "https://hooks.example.org/cms?key=receiver-s-own"
EVENTS = ["item.published"]
HOOK = """{ id site url events description isActive createdAt createdBy { id } modifiedAt previousSecretUntil
  failingSince disabledAt disabledReason }"""
DELIVERY = """{ id webhook messageId event item state createdAt nextAt deliveredAt tries body
  attempts { at status milliseconds answer error } }"""
FIELDS = {
    "createWebhook": f"created {{ secret webhook {HOOK} }}",
    "updateWebhook": f"webhook {HOOK}",
    "rotateWebhookSecret": f"created {{ secret webhook {HOOK} }}",
    "deleteWebhook": f"webhook {HOOK}",
    "testWebhook": f"delivery {DELIVERY}",
    "retryWebhookDelivery": f"delivery {DELIVERY}",
    "replayWebhook": f"webhook {HOOK}",
}
MANAGER = person("manager", eccp=["administrator"])
Change = Callable[..., Awaitable[dict[str, Any]]]
Stored = Callable[[], Awaitable[dict[str, Any]]]


@pytest.fixture
async def hook(services: Services, sites: None) -> Webhook:
    made, _secret = await create_webhook(services, SYSTEM, site="eccp", url=URL, events=EVENTS)
    return made


@pytest.fixture
async def delivery(services: Services, hook: Webhook) -> WebhookDelivery:
    return await ping_webhook(services, SYSTEM, hook.id)


@pytest.fixture
def change(ask: Ask) -> Change:
    async def result(actor: Actor, name: str, **input: Any) -> dict[str, Any]:
        kind = name[0].upper() + name[1:]
        text = f"mutation ($input: {kind}Input!) {{ {name}(input: $input) {{ {FIELDS[name]} refusal {{ code message }} "
        text += "problems { field code } } }"
        return (await ask(actor, text, input=input))[name]

    return result


@pytest.fixture
def stored(mongo: Mongo) -> Stored:
    async def everything() -> dict[str, Any]:
        names = ("webhooks", "webhook_deliveries", "outbox", "audit")
        return {name: await mongo.db[name].find().sort("_id", 1).to_list(None) for name in names}

    return everything


async def test_a_secret_is_shown_when_it_is_made_and_never_again(
    change: Change, ask: Ask, sites: None, clock: Clock
) -> None:
    made = (await change(MANAGER, "createWebhook", site="eccp", url=URL, events=EVENTS))["created"]
    id, first = made["webhook"]["id"], made["secret"]
    rotated = (await change(MANAGER, "rotateWebhookSecret", id=id))["created"]

    assert first.startswith("whsec_") and rotated["secret"].startswith("whsec_") and first != rotated["secret"]
    assert rotated["webhook"]["previousSecretUntil"] == (clock.now + timedelta(hours=24)).isoformat()
    shown = await ask(MANAGER, f"query ($id: ID!) {{ webhook(id: $id) {HOOK} }}", id=id)
    assert "whsec" not in str(shown) and "sealed" not in str(shown)


async def test_everything_that_is_wrong_is_said_at_its_field(change: Change, stored: Stored, sites: None) -> None:
    before = await stored()

    result = await change(
        MANAGER, "createWebhook", site="eccp", url="http://127.0.0.1/", events=["nonsense"], description="x" * 201
    )

    found = [(one["field"], one["code"]) for one in result["problems"]]
    assert found == [("url", "NOT_ALLOWED"), ("events", "UNKNOWN_EVENT"), ("description", "TOO_LONG")]
    assert await stored() == before


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"events": []}, "REQUIRED"),
        ({"events": ["item.published"] * 41}, "TOO_MANY"),
        ({"url": "https://name:word@example.org/"}, "HAS_CREDENTIALS"),
    ],
)
async def test_a_change_is_checked_like_a_new_one(
    change: Change, hook: Webhook, given: dict[str, Any], code: str
) -> None:
    result = await change(MANAGER, "updateWebhook", id=hook.id, **given)

    assert [one["code"] for one in result["problems"]] == [code]


async def test_a_webhook_of_a_site_that_is_not_there_is_refused(change: Change, sites: None) -> None:
    result = await change(SYSTEM, "createWebhook", site="nowhere", url=URL, events=EVENTS)

    assert [one["code"] for one in result["problems"]] == ["UNKNOWN_SITE"]


async def test_a_site_has_at_most_twenty(change: Change, hook: Webhook) -> None:
    made = [await change(MANAGER, "createWebhook", site="eccp", url=URL, events=EVENTS) for _ in range(20)]

    assert [one["refusal"] is None for one in made] == [True] * 19 + [False]
    assert made[-1]["problems"] == [{"field": "site", "code": "TOO_MANY"}]


@pytest.mark.parametrize("since", ["2024-04-02T11:00:00", "2023-01-01T00:00:00Z", "2030-01-01T00:00:00Z"])
async def test_a_replay_needs_a_moment_of_the_last_days(change: Change, hook: Webhook, since: str) -> None:
    result = await change(MANAGER, "replayWebhook", id=hook.id, since=since)

    assert result["refusal"]["code"] == "INVALID" and result["problems"][0]["field"] == "since"


async def test_lists_show_one_s_own_sites_and_the_log(
    ask: Ask, services: Services, hook: Webhook, delivery: WebhookDelivery
) -> None:
    await create_webhook(services, SYSTEM, site="nca", url=URL, events=EVENTS)
    log = f"deliveries(state: WAITING) {{ nodes {DELIVERY} }}"
    query = f"query ($site: String) {{ webhooks(site: $site) {{ totalCount nodes {{ site {log} }} }} }}"

    mine = (await ask(MANAGER, query))["webhooks"]
    assert [one["site"] for one in mine["nodes"]] == ["eccp"]
    [found] = mine["nodes"][0]["deliveries"]["nodes"]
    assert (found["messageId"], found["state"], found["attempts"]) == (f"msg_{delivery.id}", "WAITING", [])
    assert (await ask(SYSTEM, query))["webhooks"]["totalCount"] == 2
    assert (await ask(SYSTEM, query, site="nca"))["webhooks"]["totalCount"] == 1
    assert (await ask(MANAGER, query, site="nca"))["webhooks"]["totalCount"] == 0
    assert (await ask(person("editor", eccp=["editor"]), query))["webhooks"]["totalCount"] == 0


@pytest.mark.parametrize("actor", [person("editor", eccp=["editor"]), person("neighbour", nca=["administrator"])])
async def test_one_that_may_not_be_managed_is_not_found(
    answer: Ask, hook: Webhook, delivery: WebhookDelivery, actor: Actor
) -> None:
    query = "query ($hook: ID!, $delivery: ID!) { webhook(id: $hook) { id } webhookDelivery(id: $delivery) { id } }"

    given = await answer(actor, query, hook=hook.id, delivery=delivery.id)

    assert given["data"] == {"webhook": None, "webhookDelivery": None}
    assert [one["extensions"]["code"] for one in given["errors"]] == ["NOT_FOUND", "NOT_FOUND"]


async def test_what_can_be_asked_for_is_said(ask: Ask) -> None:
    found = (await ask(person("reader"), "{ webhookEvents { name description } }"))["webhookEvents"]

    assert [one["name"] for one in found] == ["item.published", "item.unpublished", "cache.invalidated"]
    assert all(one["description"] for one in found)
