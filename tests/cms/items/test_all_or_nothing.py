"""A fault at any write of any action leaves either all of the action or nothing of it."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.files.actions import cancel_upload, complete_upload, replace_file
from cms.files.upload_check import checked_facts
from cms.items.actions import (
    archive_item,
    create_item,
    delete_item,
    discard_draft,
    publish_item,
    restore_item,
    restore_version,
    schedule_expiry,
    schedule_publication,
    share_item,
    submit_item,
    unpublish_item,
    update_item,
)
from cms.kernel.services import Services
from storage.documents import Item
from storage.mongo import Mongo
from storage.repository import Repository
from tests.cms.files import samples
from tests.services import Publish
from tests.uploads import put, ticket, uploaded

Action = Callable[[Services, Item], Awaitable[Any]]


class Fault(Exception):
    """What the process was killed by, as far as its transaction can tell."""


async def create(services: Services, item: Item) -> None:
    await create_item(services, SYSTEM, type="Edition", site="eccp", data=item.data, slugs={"en": "another"})


async def update(services: Services, item: Item) -> None:
    await update_item(services, SYSTEM, item.id, 1, {"theme": {"en": "New"}}, slugs={"en": "moved"})


async def publish(services: Services, item: Item) -> None:
    await publish_item(services, SYSTEM, item.id, ["cs"])


ACTIONS: dict[str, Action] = {
    "create": create,
    "update": update,
    "publish": publish,
    "share": lambda services, item: share_item(services, SYSTEM, item.id, []),
    "submit": lambda services, item: submit_item(services, SYSTEM, item.id, "cs"),
    "archive": lambda services, item: archive_item(services, SYSTEM, item.id, "en"),
    "unpublish": lambda services, item: unpublish_item(services, SYSTEM, item.id, ["en"]),
    "delete": lambda services, item: delete_item(services, SYSTEM, item.id),
    "restore version": lambda services, item: restore_version(services, SYSTEM, item.id, 1),
    "discard": lambda services, item: discard_draft(services, SYSTEM, item.id),
    "schedule": lambda services, item: schedule_publication(services, SYSTEM, item.id, "cs", "2024-06-01T09:00"),
    "expire": lambda services, item: schedule_expiry(services, SYSTEM, item.id, "en", "2024-06-01T09:00"),
}


async def everything(mongo: Mongo) -> dict[str, list[dict[str, Any]]]:
    names = sorted(await mongo.db.list_collection_names())
    return {name: await mongo.db[name].find({}).sort("_id", 1).to_list(None) for name in names}


def stopping(services: Services, after: int, counter: list[int]) -> Services:
    """With every step of their repository that needs a transaction counted, and that after `after` failing."""
    repository = Repository(services.repository.mongo)
    for part in vars(repository).values():
        for name in steps(part):
            setattr(part, name, _counted(getattr(part, name), after, counter))
    return replace(services, repository=repository)


def steps(part: object) -> list[str]:
    """The methods that cannot be called outside a transaction."""
    methods = inspect.getmembers(type(part), inspect.iscoroutinefunction)
    public = [
        (name, one) for name, one in methods if not name.startswith("_")
    ]  # others belong to the transaction itself
    wanted = {name: inspect.signature(one).parameters.get("session") for name, one in public}
    return [name for name, one in wanted.items() if one is not None and one.default is inspect.Parameter.empty]


def _counted(write: Callable[..., Awaitable[Any]], after: int, counter: list[int]) -> Callable[..., Awaitable[Any]]:
    async def counted(*args: Any, **options: Any) -> Any:
        result = await write(*args, **options)
        counter[0] += 1
        if counter[0] == after:
            raise Fault
        return result

    return counted


@pytest.mark.parametrize("name", ACTIONS)
async def test_an_action_that_is_stopped_after_any_of_its_writes_has_done_nothing(
    name: str, services: Services, mongo: Mongo, make_edition: Publish
) -> None:
    item = await make_edition()

    assert await stopped_after_each_write(services, mongo, lambda stopping: ACTIONS[name](stopping, item)) >= 3


async def stopped_after_each_write(
    services: Services, mongo: Mongo, action: Callable[[Services], Awaitable[Any]]
) -> int:
    """How many writes the action has, after each of which it was stopped once before it was let through."""
    before = await everything(mongo)
    stopped = 0
    while True:
        counter = [0]
        try:
            await action(stopping(services, stopped + 1, counter))
        except Fault:
            stopped += 1
            assert await everything(mongo) == before, f"after write {stopped}"
        else:
            break
    assert stopped == counter[0]
    assert await everything(mongo) != before
    return stopped


async def test_a_ticket_is_given_and_taken_back_whole_or_not_at_all(services: Services, mongo: Mongo) -> None:
    upload = await ticket(services, SYSTEM, b"x", "a.pdf")

    assert (
        await stopped_after_each_write(services, mongo, lambda stopping: ticket(stopping, SYSTEM, b"y", "b.pdf")) >= 3
    )
    assert (
        await stopped_after_each_write(services, mongo, lambda stopping: cancel_upload(stopping, SYSTEM, upload.id))
        >= 2
    )


@pytest.mark.parametrize("is_new", [True, False], ids=["made", "replaced"])
async def test_uploaded_bytes_become_a_file_wholly_or_not_at_all(
    services: Services, mongo: Mongo, is_new: bool
) -> None:
    known, content = await uploaded(services, SYSTEM, samples.pdf(), "a.pdf"), samples.pdf(2)
    upload = await ticket(services, SYSTEM, content, "b.pdf")
    await put(services, upload, content)
    await checked_facts(services, upload)  # which is kept for itself

    async def use(stopping: Services) -> None:
        if is_new:
            await complete_upload(stopping, SYSTEM, upload.id, {})
        else:
            await replace_file(stopping, SYSTEM, known.id, upload.id)

    assert await stopped_after_each_write(services, mongo, use) >= 5


async def test_a_restored_item_is_whole_or_still_deleted(
    services: Services, mongo: Mongo, make_edition: Publish
) -> None:
    item = await make_edition()
    await delete_item(services, SYSTEM, item.id)
    before = await everything(mongo)

    for after in (1, 2, 3):
        with pytest.raises(Fault):
            await restore_item(stopping(services, after, [0]), SYSTEM, item.id)
        assert await everything(mongo) == before

    assert (await restore_item(services, SYSTEM, item.id)).deleted_at is None
