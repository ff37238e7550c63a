"""Uploads as tests make them: a ticket, its bytes, and what becomes of both."""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from cms.access.actor import Actor
from cms.app import build_app
from cms.files.actions import complete_upload, create_upload
from cms.files.upload_bytes import parts_of
from cms.files.uploads import part_address, upload_address
from cms.kernel.desk import Desk
from cms.kernel.errors import Invalid
from cms.kernel.settings import load_settings
from storage.documents import Item, Upload
from storage.mongo import Mongo
from tests.desk import with_account

PutUpload = Callable[..., Awaitable[Upload]]


async def ticket(desk: Desk, actor: Actor, content: bytes, filename: str, **said: Any) -> Upload:
    """For these bytes, but for what is `said` of them otherwise. The person has an account from then on."""
    await with_account(desk, actor)
    given = {"site": "eccp", "byte_size": len(content), "sha256": hashlib.sha256(content).hexdigest(), **said}
    return await create_upload(desk, actor, filename=filename, **given)


async def put(desk: Desk, upload: Upload, content: bytes) -> None:
    """As the S3 server has them when a client has put them to its presigned address."""
    await desk.store.put(upload.key, content, "application/octet-stream")


async def put_whole(desk: Desk, upload: Upload, content: bytes) -> int:
    """By the ticket's address at the CMS, as programs do it; the status of the answer."""
    async with _door(desk) as client:
        return (await client.put(upload_address(desk, upload), content=content)).status_code


async def put_parts(desk: Desk, upload: Upload, content: bytes) -> int:
    """By the addresses of its parts, as browsers do it; the status of the last answer."""
    status = 0
    async with _door(desk) as client:
        for part in parts_of(upload):
            piece = content[part.offset : part.offset + part.byte_size]
            status = (await client.put(part_address(desk, upload, part), content=piece)).status_code
    return status


def _door(desk: Desk) -> httpx.AsyncClient:
    app = build_app(load_settings(), desk, secret_key="s" * 32)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test")


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
    assert await put_whole(desk, upload, content) == 200
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
