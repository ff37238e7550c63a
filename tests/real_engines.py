"""The engines of the test run: one real MongoDB and one real S3 server, started once, empty for every test.

A test that touches documents takes `mongodb_url` (a database of its own), one that touches files takes `s3` (a bucket
of its own). What lives longer than a test takes `new_database` or `new_bucket` and calls it.
"""

import asyncio
import tempfile
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from minio import Minio
from pymongo import AsyncMongoClient

from storage.embedded import Engines, S3Address, embedded_engines


@pytest.fixture(scope="session")
async def engines() -> AsyncIterator[Engines]:
    """Both servers, for the whole run."""
    with tempfile.TemporaryDirectory(prefix="cms-tests-") as folder:
        async with embedded_engines(Path(folder), testing=True) as running:
            yield running


@pytest.fixture(scope="session")
def new_database(engines: Engines) -> Callable[[], str]:
    """Each call gives the address of another empty database."""

    def make() -> str:
        return urlunsplit(urlsplit(engines.mongodb_url)._replace(path=f"/test_{uuid.uuid4().hex[:12]}"))

    return make


@pytest.fixture(scope="session")
def new_bucket(engines: Engines) -> Callable[[], Awaitable[S3Address]]:
    """Each call makes another empty bucket."""

    async def make() -> S3Address:
        s3 = replace(engines.s3, bucket=f"test-{uuid.uuid4().hex[:12]}")
        client = Minio(urlsplit(s3.endpoint).netloc, s3.access_key, s3.secret_key, secure=False, region=s3.region)
        await asyncio.to_thread(client.make_bucket, s3.bucket)
        return s3

    return make


@pytest.fixture
async def mongodb_url(new_database: Callable[[], str]) -> AsyncIterator[str]:
    """The address of an empty database of the test's own, dropped afterwards."""
    address = new_database()
    yield address
    async with AsyncMongoClient(address) as client:
        await client.drop_database(client.get_default_database())


@pytest.fixture
async def s3(new_bucket: Callable[[], Awaitable[S3Address]]) -> S3Address:
    """An empty bucket of the test's own."""
    return await new_bucket()
