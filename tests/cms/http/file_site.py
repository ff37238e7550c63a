"""A server of files as the CMS would run one: a real S3 server behind it, published files and rights in its hands."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import httpx
from starlette.applications import Starlette
from starlette.requests import Request

from cms.files.http.file_redirect import Delivery, Reach
from cms.files.http.files import FileEndpoint
from cms.files.record import FileRecord, Visibility
from cms.files.store_bytes import store_bytes
from storage.object_store import ObjectStore
from tests.cms.http.served import served

ID = "65f0c0ffee65f0c0ffee65f0"


@dataclass
class FileSite:
    """`published` and `drafts` by id; a visitor with the header `x-reader` is signed in, with the right to protected
    files and to drafts when it is "entitled"."""

    store: ObjectStore
    published: dict[str, FileRecord] = field(default_factory=dict)
    drafts: dict[str, FileRecord] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def publish(
        self, content: bytes, filename: str, visibility: Visibility = "public", file_id: str = ID
    ) -> FileRecord:
        stored = await store_bytes(self.store, content, filename)
        record = FileRecord(file_id, stored.filename, stored.mime, stored.bytes, stored.sha256, visibility)
        self.published[file_id] = record
        return record

    async def lookup(self, file_id: str) -> FileRecord | None:
        self.asked.append(file_id)
        return self.published.get(file_id)

    async def may_read(self, request: Request, record: FileRecord) -> bool:
        return request.headers.get("x-reader") == "entitled"

    async def lookup_draft(self, request: Request, file_id: str) -> FileRecord | None:
        return self.drafts.get(file_id) if request.headers.get("x-reader") == "entitled" else None

    async def lookup_previewed(self, token: str, file_id: str) -> FileRecord | None:
        record = self.drafts.get(file_id) if token == "good" else None
        return record and replace(record, preview=token)

    async def is_signed_in(self, request: Request) -> bool:
        return "x-reader" in request.headers

    @asynccontextmanager
    async def visited(
        self,
        delivery: Delivery = "stream",
        reach: Reach = "nowhere",
        http: Callable[..., asyncio.Protocol] | str = "auto",
    ) -> AsyncIterator[httpx.AsyncClient]:
        """A browser at the running server; it follows no redirects unless told to."""
        endpoint = FileEndpoint(
            self.store,
            self.lookup,
            self.may_read,
            self.is_signed_in,
            self.lookup_draft,
            self.lookup_previewed,
            delivery=delivery,
            reach=reach,
        )
        async with (
            served(Starlette(routes=endpoint.routes()), http) as origin,
            httpx.AsyncClient(base_url=origin, timeout=20) as browser,
        ):
            yield browser
