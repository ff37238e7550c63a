"""Who is told of what, once, and only as long as they want to be."""

from collections.abc import Sequence
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.accounts.people import actor_of
from cms.items.actions import (
    create_item,
    publish_item,
    schedule_publication,
    send_back_item,
    submit_item,
    withdraw_item,
)
from cms.items.actions.add_comment import add_comment, reply_to_comment
from cms.kernel.services import Services
from cms.kernel.work.outcome import MAX_TRIES
from cms.reactions import reactions_to
from cms.webhooks.reactions.deliver_webhook import WEBHOOK_DISABLED
from cms.worker import Worker
from storage.documents import Account, Item, Mail, OutboxEvent, Webhook
from tests.services import Clock


async def work(services: Services) -> None:
    worker = Worker(services)
    while await worker.step():
        pass


async def account(name: str, locale: str = "en", **roles: Sequence[str]) -> Account:
    given = {"*" if site == "everywhere" else site: list(names) for site, names in roles.items()}
    made = Account(email=f"{name}@example.org", name=name.title(), password_hash="x", roles=given, locale=locale)
    return await made.insert()


async def mails(template: str) -> list[Mail]:
    return await Mail.find({"template": template}, sort="to").to_list()


@pytest.fixture
async def carla(sites: None) -> Account:
    return await account("carla", nca=["contributor"])


@pytest.fixture
async def draft(services: Services, carla: Account) -> Item:
    data = {"kind": "news", "title": {"cs": "Novinka", "en": "News"}, "published_at": "2024-03-01"}
    return await create_item(services, actor_of(carla), type="NewsItem", site="nca", data=data)


async def test_those_who_may_publish_are_asked_for_a_review_in_their_language(
    services: Services, draft: Item, carla: Account
) -> None:
    await account("rita", "bg", nca=["reviewer"])
    await account("eva", everywhere=["editor"])
    await account("other", eccp=["reviewer"])
    await account("colin", nca=["contributor"])

    await submit_item(services, actor_of(carla), draft.id, "cs")
    await work(services)

    asked = await mails("review_requested")
    assert [(mail.to, mail.locale) for mail in asked] == [("eva@example.org", "en"), ("rita@example.org", "bg")]
    assert asked[0].values == {
        "name": "Eva",
        "person": "Carla",
        "title": "Novinka",
        "languages": "cs",
        "site": "nca",
        "link": f"/admin/content/NewsItem/{draft.id}",
    }
    assert (asked[0].about, asked[0].site) == (draft.id, "nca")


async def test_nobody_is_asked_to_review_what_they_submitted_themselves(services: Services, draft: Item) -> None:
    eva = await account("eva", nca=["editor"])

    await submit_item(services, actor_of(eva), draft.id, "cs")
    await work(services)

    assert await mails("review_requested") == []


async def test_who_has_the_right_on_the_item_alone_is_asked_too(
    services: Services, draft: Item, carla: Account
) -> None:
    one = Account(email="one@example.org", name="One", password_hash="x", item_roles={draft.id: ["reviewer"]})
    await one.insert()

    await submit_item(services, actor_of(carla), draft.id, "cs")
    await work(services)

    assert [mail.to for mail in await mails("review_requested")] == ["one@example.org"]


@pytest.mark.parametrize("change", [{"notifications": False}, {"is_active": False}])
async def test_who_wants_no_notifications_or_has_gone_gets_none(
    services: Services, draft: Item, carla: Account, change: dict[str, Any]
) -> None:
    rita = await account("rita", nca=["reviewer"])
    await Account.get_motor_collection().update_one({"_id": rita.id}, {"$set": change})

    await submit_item(services, actor_of(carla), draft.id, "cs")
    await work(services)

    assert await Mail.find_all().count() == 0


async def test_a_text_sent_back_reaches_whoever_submitted_it_with_the_comment(
    services: Services, draft: Item, carla: Account
) -> None:
    rita = await account("rita", nca=["reviewer"])

    await submit_item(services, actor_of(carla), draft.id, "cs")
    await send_back_item(services, actor_of(rita), draft.id, "cs", "Chybí místo konání.")
    await work(services)

    [told] = await mails("sent_back")
    assert told.to == "carla@example.org"
    assert (told.values["person"], told.values["comment"]) == ("Rita", "Chybí místo konání.")


async def test_whoever_submitted_it_is_told_of_the_publication_once(
    services: Services, draft: Item, carla: Account
) -> None:
    rita = actor_of(await account("rita", nca=["reviewer"]))
    await submit_item(services, actor_of(carla), draft.id, "cs")
    await submit_item(services, actor_of(carla), draft.id, "en")

    await publish_item(services, rita, draft.id, ["cs", "en"])
    await publish_item(services, rita, draft.id, ["cs", "en"])
    await work(services)

    [told] = await mails("published")
    assert (told.to, told.values["languages"], told.values["person"]) == ("carla@example.org", "cs,en", "Rita")


async def test_a_review_that_was_withdrawn_is_nobody_s_publication(
    services: Services, draft: Item, carla: Account
) -> None:
    rita = actor_of(await account("rita", nca=["reviewer"]))
    await submit_item(services, actor_of(carla), draft.id, "cs")
    await withdraw_item(services, actor_of(carla), draft.id, "cs")

    await publish_item(services, rita, draft.id, ["cs"])
    await work(services)

    assert await mails("published") == []


async def test_a_reaction_that_runs_twice_queues_one_mail(services: Services, draft: Item, carla: Account) -> None:
    await account("rita", nca=["reviewer"])
    await submit_item(services, actor_of(carla), draft.id, "cs")
    event = await OutboxEvent.find_one({"name": "ItemSubmitted"})
    assert event

    for _ in range(2):
        for react in reactions_to(event):
            await react(services, event)

    assert len(await mails("review_requested")) == 1


async def test_whoever_planned_a_publication_is_told_when_it_is_given_up(
    services: Services, clock: Clock, draft: Item
) -> None:
    eva = actor_of(await account("eva", "cs", nca=["editor"]))
    await schedule_publication(services, eva, draft.id, "cs", "2024-04-02T18:00")
    await Item.get_motor_collection().update_one({"_id": draft.id}, {"$unset": {"data.title.cs": 1}})
    await services.repository.mongo.db["versions"].update_many({"item": draft.id}, {"$unset": {"data.title.cs": 1}})

    clock.set("2024-04-02T16:00:01+00:00")
    for last in range(1, MAX_TRIES + 1):
        await work(services)
        assert bool(await mails("schedule_failed")) == (last == MAX_TRIES)
        await OutboxEvent.get_motor_collection().update_many({"state": "waiting"}, {"$set": {"due_at": clock.now}})

    told = {mail.to: mail for mail in await mails("schedule_failed")}
    assert set(told) == {"carla@example.org", "eva@example.org"}
    assert told["eva@example.org"].values["time_zone"] == "Europe/Prague"
    assert "title" in told["eva@example.org"].values["reason"]
    assert await OutboxEvent.find_one({"state": "parked", "scheduled_for": {"$ne": None}})


async def test_those_who_look_after_webhooks_are_told_when_one_is_switched_off(
    services: Services, clock: Clock, sites: None
) -> None:
    await account("anna", nca=["administrator"])
    await account("eva", nca=["editor"])
    hook = await Webhook(
        site="nca",
        url="https://hooks.example.org/in",
        events=["*"],
        sealed_secret="x",
        created_at=clock.now,
        created_by="anna",
        modified_at=clock.now,
    ).insert()
    payload = {"webhook": hook.id, "reason": "failing"}
    event = OutboxEvent(name=WEBHOOK_DISABLED, at=clock.now, due_at=clock.now, site="nca", payload=payload)
    await event.insert()

    await work(services)

    [told] = await mails("webhook_disabled")
    assert (told.to, told.values["address"]) == ("anna@example.org", "https://hooks.example.org/in")


async def test_people_who_are_mentioned_are_told_with_the_comment(
    services: Services, draft: Item, carla: Account
) -> None:
    rita = await account("rita", "cs", nca=["reviewer"])
    thread = await add_comment(
        services, actor_of(carla), draft.id, "Please look at the date.", mentions=[rita.id, carla.id]
    )
    await reply_to_comment(services, actor_of(rita), thread.id, "It is right.")
    await work(services)

    [told] = await mails("comment_mention")
    assert (told.to, told.locale) == ("rita@example.org", "cs")
    assert (told.values["person"], told.values["comment"]) == ("Carla", "Please look at the date.")


async def test_who_may_not_read_it_any_more_is_not_told(services: Services, draft: Item, carla: Account) -> None:
    rita = await account("rita", nca=["reviewer"])
    await add_comment(services, actor_of(carla), draft.id, "Look!", mentions=[rita.id])
    await Account.get_motor_collection().update_one({"_id": rita.id}, {"$set": {"roles": {}}})

    await work(services)

    assert await mails("comment_mention") == []


async def test_nothing_is_told_of_what_the_cms_does_for_nobody(services: Services, sites: None) -> None:
    data = {"kind": "news", "title": {"cs": "Novinka"}, "published_at": "2024-03-01"}
    made = await create_item(services, SYSTEM, type="NewsItem", site="nca", data=data)
    await publish_item(services, SYSTEM, made.id, ["cs"])

    await work(services)

    assert await Mail.find_all().count() == 0
