"""An engine that dies is started again on its port, and clients go on."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import psutil
import pytest
import urllib3
from minio import Minio
from pymongo import AsyncMongoClient
from pymongo.errors import ConnectionFailure

from storage.embedded import Engines, embedded_engines

LONG_ENOUGH = 30
T = TypeVar("T")


@pytest.fixture
async def own_engines(tmp_path: Path) -> AsyncIterator[Engines]:
    async with embedded_engines(tmp_path) as engines:
        yield engines


def our_engine(name: str, data_dir: Path) -> psutil.Process:
    """Only those of this test: the test run has engines of its own."""
    children = psutil.Process().children(recursive=True)
    return next(child for child in children if child.name() == name and str(data_dir) in " ".join(child.cmdline()))


async def eventually(read: Callable[[], Awaitable[T]]) -> T:
    """The first answer; the driver itself retries only once."""
    async with asyncio.timeout(LONG_ENOUGH):
        while True:
            with contextlib.suppress(ConnectionFailure):
                return await read()


async def test_killed_mongod_is_readable_again(own_engines: Engines, tmp_path: Path) -> None:
    async with AsyncMongoClient(own_engines.mongodb_url) as client:
        things = client["kept"]["things"]

        for number in range(3):
            await things.insert_one({"_id": number})
            our_engine("mongod", tmp_path).kill()

            assert await eventually(lambda: things.distinct("_id")) == list(range(number + 1))


async def test_killed_s3_server_is_readable_again(own_engines: Engines, tmp_path: Path) -> None:
    s3 = own_engines.s3
    patient = urllib3.PoolManager(retries=urllib3.Retry(total=12, backoff_factor=0.1, backoff_max=5))
    client = Minio(urlsplit(s3.endpoint).netloc, s3.access_key, s3.secret_key, secure=False, http_client=patient)
    client.put_object(s3.bucket, "kept", io.BytesIO(b"before"), 6)

    our_engine("rclone", tmp_path).kill()

    async with asyncio.timeout(LONG_ENOUGH):
        answer = await asyncio.to_thread(client.get_object, s3.bucket, "kept")
        assert answer.read() == b"before"
    answer.close()
    patient.clear()
