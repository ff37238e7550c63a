"""Uploads as tests make them: a ticket, its bytes, and what becomes of both."""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.access import Actor
from cms.actions import complete_upload, create_upload
from cms.desk import Desk
from cms.errors import Invalid
from storage.documents import Item, Upload
from storage.mongo import Mongo

PutUpload = Callable[..., Awaitable[Upload]]


async def ticket(desk: Desk, actor: Actor, content: bytes, filename: str, **said: Any) -> Upload:
    """For these bytes, but for what is `said` of them otherwise."""
    given = {"site": "eccp", "byte_size": len(content), "sha256": hashlib.sha256(content).hexdigest(), **said}
    return await create_upload(desk, actor, filename=filename, **given)


async def put(desk: Desk, upload: Upload, content: bytes) -> None:
    """As the S3 server has them when a client has put them."""
    await desk.store.put(upload.key, content, "application/octet-stream")


@pytest.fixture
def put_upload(desk: Desk, editor: Actor) -> PutUpload:
    """A ticket of the editor whose bytes are there."""

    async def make(content: bytes, filename: str, actor: Actor = editor, **said: Any) -> Upload:
        upload = await ticket(desk, actor, content, filename, **said)
        await put(desk, upload, content)
        return upload

    return make


async def uploaded(desk: Desk, actor: Actor, content: bytes, filename: str, **details: Any) -> Item:
    """The file, a private draft."""
    upload = await ticket(desk, actor, content, filename)
    await put(desk, upload, content)
    completion = await complete_upload(desk, actor, upload.id, details)
    assert completion.item
    return completion.item


async def keys(desk: Desk) -> list[str]:
    """Of all that the store of bytes holds."""
    return [found.key async for found in desk.store.list_objects("")]


async def files(mongo: Mongo) -> int:
    """How many there are."""
    return await mongo.db["items"].count_documents({"type": "FileAsset"})


def code(refused: pytest.ExceptionInfo[Invalid]) -> tuple[str, str]:
    """The field of its first problem, and what is wrong with it."""
    return refused.value.problems[0].field, refused.value.problems[0].code
