"""The operations on the one bucket of the CMS."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from typing import BinaryIO

from minio.commonconfig import REPLACE, CopySource
from minio.error import S3Error
from minio.helpers import DictType

from storage.errors import Unavailable
from storage.object_store.addresses import PresignedAddresses, ServedAs
from storage.object_store.calls import Calls
from storage.object_store.connections import Connections
from storage.object_store.endpoint import Endpoint
from storage.object_store.stream import ObjectStream

ANSWER_DEADLINE = 1.5
TRANSFER_DEADLINE = 600.0
LIST_PAGE = 1000
_UPLOAD_LIFETIME = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class ObjectInfo:
    """`modified` only in lists."""

    key: str
    bytes: int
    modified: datetime | None = None


class ObjectStore:
    """Every operation raises Unavailable("s3") within about 1.5 s when the server does not answer.

    `endpoint` and `public_url` are "scheme://host[:port]"; `public_url` is how browsers reach the same server, where
    that differs. Two keys of which one is a folder of the other ("a" and "a/b") exclude each other on some servers.
    """

    def __init__(
        self,
        endpoint: str,
        access_key: str,
        secret_key: str,
        bucket: str,
        region: str = "us-east-1",
        public_url: str | None = None,
    ) -> None:
        inside = Endpoint(endpoint, access_key, secret_key, region)
        outside = Endpoint(public_url or endpoint, access_key, secret_key, region)
        self.bucket = bucket
        self.presigned = PresignedAddresses(outside, bucket)
        self._uploads = PresignedAddresses(inside, bucket)
        self._short = inside.client(Connections(connect=1.0, read=1.4, size=8))
        self._transfer_connections = Connections(connect=10.0, read=10.0, size=32)
        self._transfer = inside.client(self._transfer_connections)
        self._calls = Calls("s3", limit=8)
        self._transfers = Calls("s3-transfer", limit=16)

    async def ping(self) -> None:
        """Raises Unavailable, which says why, unless the server answers and the bucket is there."""
        if not await self._calls.run(partial(self._short.bucket_exists, self.bucket), deadline=ANSWER_DEADLINE):
            raise Unavailable("s3", f"the bucket {self.bucket!r} does not exist: create it, or check its name")

    async def ensure_bucket(self) -> None:
        await self._calls.run(self._make_bucket_unless_there, deadline=2 * ANSWER_DEADLINE)

    async def put(self, key: str, data: bytes | BinaryIO, content_type: str) -> None:
        """Store these bytes, or the whole of this seekable file. All or nothing; an older object is replaced."""
        await self.ping()  # transfers wait long for a busy server: find out quickly whether there is one
        await self._transfers.run(partial(self._upload, key, data, content_type), deadline=TRANSFER_DEADLINE)

    async def stat(self, key: str) -> ObjectInfo:
        """Raises ObjectMissing."""
        found = await self._calls.run(
            partial(self._short.stat_object, self.bucket, key),
            deadline=ANSWER_DEADLINE,
        )
        return ObjectInfo(key, found.size or 0)

    async def open(self, key: str, offset: int = 0, length: int | None = None) -> ObjectStream:
        """The `length` bytes from `offset` on, or all to the end. Raises ObjectMissing before the first byte."""
        response = await self._transfers.run(
            partial(self._transfer.get_object, self.bucket, key, offset, length or 0),
            deadline=ANSWER_DEADLINE,
            discard=lambda late: late.close(),
        )
        return ObjectStream(response, self._transfers)

    async def copy(self, source: str, key: str, served_as: ServedAs) -> None:
        """Inside the server, with these headers for whoever reads the copy without us. Raises ObjectMissing."""
        await self.ping()
        await self._transfers.run(partial(self._copy, source, key, served_as), deadline=TRANSFER_DEADLINE)

    async def delete(self, key: str) -> None:
        """A key that is not there is fine."""
        await self._calls.run(partial(self._short.remove_object, self.bucket, key), deadline=ANSWER_DEADLINE)

    async def list_objects(self, prefix: str) -> AsyncIterator[ObjectInfo]:
        """Every object whose key begins with `prefix`, in the order of keys, fetched page by page."""
        found = self._short.list_objects(self.bucket, prefix=prefix, recursive=True)
        while page := await self._calls.run(lambda: list(islice(found, LIST_PAGE)), deadline=2 * ANSWER_DEADLINE):
            for entry in page:
                yield ObjectInfo(entry.object_name or "", entry.size or 0, entry.last_modified)

    def close(self) -> None:
        self._calls.close()
        self._transfers.close()

    def _make_bucket_unless_there(self) -> None:
        if self._short.bucket_exists(self.bucket):
            return
        try:
            self._short.make_bucket(self.bucket)
        except S3Error as error:
            if error.code not in ("BucketAlreadyOwnedByYou", "BucketAlreadyExists"):
                raise

    def _copy(self, source: str, key: str, served_as: ServedAs) -> None:
        headers: DictType = {
            "Content-Type": served_as.content_type,
            "Content-Disposition": served_as.content_disposition,
            "Cache-Control": served_as.cache_control,
        }
        original = CopySource(self.bucket, source)
        self._transfer.copy_object(self.bucket, key, original, metadata=headers, metadata_directive=REPLACE)

    def _upload(self, key: str, data: bytes | BinaryIO, content_type: str) -> None:
        # One presigned PUT streams from the file: a seventh of the CPU of the client's own multipart upload, which
        # hashes every part, and no part is held in memory, neither here nor in the embedded server.
        response = self._transfer_connections.request(
            "PUT",
            self._uploads.put(key, _UPLOAD_LIFETIME),
            body=data,
            headers={"Content-Length": str(_length(data)), "Content-Type": content_type},
        )
        if response.status != 200:
            raise S3Error.fromxml(response)


def _length(data: bytes | BinaryIO) -> int:
    """Of the whole file, which is left at its beginning."""
    if isinstance(data, bytes):
        return len(data)
    length = data.seek(0, os.SEEK_END)
    data.seek(0)
    return length
