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
from cms.kernel.errors import Invalid
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.documents import Item, Upload
from storage.mongo import Mongo
from tests.services import with_account

PutUpload = Callable[..., Awaitable[Upload]]


async def ticket(services: Services, actor: Actor, content: bytes, filename: str, **said: Any) -> Upload:
    """For these bytes, but for what is `said` of them otherwise. The person has an account from then on."""
    await with_account(services, actor)
    given = {"site": "eccp", "byte_size": len(content), "sha256": hashlib.sha256(content).hexdigest(), **said}
    return await create_upload(services, actor, filename=filename, **given)


async def put(services: Services, upload: Upload, content: bytes) -> None:
    """As the S3 server has them when a client has put them to its presigned address."""
    await services.store.put(upload.key, content, "application/octet-stream")


async def put_whole(services: Services, upload: Upload, content: bytes) -> int:
    """By the ticket's address at the CMS, as programs do it; the status of the answer."""
    async with _door(services) as client:
        return (await client.put(upload_address(services, upload), content=content)).status_code


async def put_parts(services: Services, upload: Upload, content: bytes) -> int:
    """By the addresses of its parts, as browsers do it; the status of the last answer."""
    status = 0
    async with _door(services) as client:
        for part in parts_of(upload):
            piece = content[part.offset : part.offset + part.byte_size]
            status = (await client.put(part_address(services, upload, part), content=piece)).status_code
    return status


def _door(services: Services) -> httpx.AsyncClient:
    app = build_app(load_settings(), services, secret_key="s" * 32)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test")


@pytest.fixture
def put_upload(services: Services, editor: Actor) -> PutUpload:
    """A ticket of the editor whose bytes are there."""

    async def make(content: bytes, filename: str, actor: Actor = editor, **said: Any) -> Upload:
        upload = await ticket(services, actor, content, filename, **said)
        await put(services, upload, content)
        return upload

    return make


async def uploaded(services: Services, actor: Actor, content: bytes, filename: str, **details: Any) -> Item:
    """The file, a private draft."""
    upload = await ticket(services, actor, content, filename)
    assert await put_whole(services, upload, content) == 200
    completion = await complete_upload(services, actor, upload.id, details)
    assert completion.item
    return completion.item


async def keys(services: Services) -> list[str]:
    """Of all that the store of bytes holds."""
    return [found.key async for found in services.store.list_objects("")]


async def files(mongo: Mongo) -> int:
    """How many there are."""
    return await mongo.db["items"].count_documents({"type": "FileAsset"})


def code(refused: pytest.ExceptionInfo[Invalid]) -> tuple[str, str]:
    """The field of its first problem, and what is wrong with it."""
    return refused.value.problems[0].field, refused.value.problems[0].code
