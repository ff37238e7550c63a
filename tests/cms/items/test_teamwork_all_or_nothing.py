"""A fault at any write of what people do together on an item leaves all of it or nothing of it."""

import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import (
    add_comment,
    change_source_locale,
    copy_from_source,
    delete_comment,
    edit_comment,
    mark_translated,
    reopen_comment,
    reply_to_comment,
    resolve_comment,
    send_back_item,
    submit_item,
    update_item,
)
from cms.kernel.services import Services
from storage.documents import CommentThread, Item
from storage.mongo import Mongo
from tests.cms.items.test_all_or_nothing import stopped_after_each_write
from tests.services import Publish


@pytest.fixture
async def item(make_edition: Publish) -> Item:
    return await make_edition()


@pytest.fixture
async def thread(services: Services, item: Item) -> CommentThread:
    return await add_comment(services, SYSTEM, item.id, "First")


async def test_a_comment_and_all_that_becomes_of_it(
    services: Services, mongo: Mongo, item: Item, thread: CommentThread
) -> None:
    id = thread.comments[0].id
    for action in (
        lambda stopping: add_comment(stopping, SYSTEM, item.id, "Second"),
        lambda stopping: reply_to_comment(stopping, SYSTEM, thread.id, "Third"),
        lambda stopping: edit_comment(stopping, SYSTEM, id, "Changed"),
        lambda stopping: resolve_comment(stopping, SYSTEM, thread.id),
        lambda stopping: reopen_comment(stopping, SYSTEM, thread.id),
        lambda stopping: delete_comment(stopping, SYSTEM, id),
    ):
        assert await stopped_after_each_write(services, mongo, action) >= 3


async def test_sending_back_with_its_comment(services: Services, mongo: Mongo, item: Item) -> None:
    await submit_item(services, SYSTEM, item.id, "cs")

    writes = await stopped_after_each_write(
        services, mongo, lambda stopping: send_back_item(stopping, SYSTEM, item.id, "cs", "Again, please.")
    )

    assert writes >= 4 and await mongo.db["comments"].count_documents({}) == 1


async def test_an_autosave_that_takes_the_place_of_another(services: Services, mongo: Mongo, item: Item) -> None:
    await update_item(services, SYSTEM, item.id, 1, {"region": {"en": "North"}}, autosave=True)
    next_ = {"region": {"en": "East"}}

    writes = await stopped_after_each_write(
        services, mongo, lambda stopping: update_item(stopping, SYSTEM, item.id, 2, next_, autosave=True)
    )

    assert writes >= 6 and await mongo.db["versions"].count_documents({"folded_at": {"$ne": None}}) == 1


async def test_a_translation_made_from_a_folded_autosave(services: Services, mongo: Mongo, item: Item) -> None:
    for version, text in ((1, "A"), (2, "B")):
        await update_item(services, SYSTEM, item.id, version, {"theme": {"en": text}}, autosave=True)

    await stopped_after_each_write(
        services, mongo, lambda stopping: update_item(stopping, SYSTEM, item.id, 2, {"theme": {"en": "A", "cs": "Á"}})
    )

    assert await mongo.db["versions"].count_documents({"item": item.id, "folded_at": None}) == 4


async def test_translations_marked_copied_and_turned_round(services: Services, mongo: Mongo, item: Item) -> None:
    stale = await update_item(services, SYSTEM, item.id, 1, {"theme": {**item.data["theme"], "en": "New"}})
    for action in (
        lambda stopping: mark_translated(stopping, SYSTEM, item.id, "cs", stale.version),
        lambda stopping: copy_from_source(stopping, SYSTEM, item.id, "bg", stale.version),
        lambda stopping: change_source_locale(stopping, SYSTEM, item.id, "cs"),
    ):
        assert await stopped_after_each_write(services, mongo, action) >= 3
