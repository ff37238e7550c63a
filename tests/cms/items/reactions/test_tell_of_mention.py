"""A mail to whoever is mentioned in a comment."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import add_comment, create_item, delete_comment, edit_comment
from cms.kernel.services import Services
from cms.reactions import reactions_to
from storage.documents import Account, CommentThread, Item, OutboxEvent
from storage.mongo import Mongo
from tests.services import person

ANA = person("ana", eccp=["editor"])


@pytest.fixture
async def draft(services: Services, edition_data: Callable[..., dict[str, Any]]) -> Item:
    for id, roles in (("ben", {"eccp": ["editor"]}), ("cid", {"eccp": ["reviewer"]}), ("ana", {"eccp": ["editor"]})):
        made = Account(id=id, email=f"{id}@example.org", name=id.title(), password_hash="-", roles=roles)
        await services.transact(lambda session, made=made: services.repository.accounts.insert(made, session))
    return await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data())


@pytest.fixture
async def thread(services: Services, draft: Item) -> CommentThread:
    return await add_comment(services, ANA, draft.id, "Please look", mentions=["ben", "cid", "ana"])


async def react(services: Services, mongo: Mongo) -> list[tuple[str, str]]:
    """All mails, once every event had its reactions, twice."""
    for event in await OutboxEvent.find({"name": {"$regex": "^ItemComment"}}).to_list():
        for reaction in (*reactions_to(event), *reactions_to(event)):
            await reaction(services, event)
    mails = await mongo.db["mails"].find().sort("_id", 1).to_list(None)
    return sorted((one["to"], one["values"]["comment"]) for one in mails if one["template"] == "comment_mention")


async def test_everybody_mentioned_gets_one_mail(services: Services, thread: CommentThread, mongo: Mongo) -> None:
    found = await react(services, mongo)

    assert found == [("ben@example.org", "Please look"), ("cid@example.org", "Please look")]


async def test_a_change_tells_only_those_who_were_not_told(
    services: Services, thread: CommentThread, mongo: Mongo
) -> None:
    first = await add_comment(services, ANA, thread.item, "And here", mentions=["ben"])
    await react(services, mongo)
    await edit_comment(services, ANA, first.comments[0].id, "And here!", mentions=["ben", "cid"])

    found = await react(services, mongo)

    assert [text for to, text in found if to == "ben@example.org"] == ["And here", "Please look"]
    assert [text for to, text in found if to == "cid@example.org"] == ["And here!", "Please look"]


async def test_who_may_not_read_it_any_more_and_what_was_deleted_is_not_told(
    services: Services, thread: CommentThread, mongo: Mongo
) -> None:
    await mongo.db["accounts"].update_one({"_id": "ben"}, {"$set": {"roles": {"nca": ["editor"]}}})
    gone = await add_comment(services, ANA, thread.item, "Never mind", mentions=["cid"])
    await delete_comment(services, ANA, gone.comments[0].id)

    assert await react(services, mongo) == [("cid@example.org", "Please look")]
