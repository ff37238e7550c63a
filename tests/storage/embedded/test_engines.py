"""The two embedded engines together, as the rest of the tests use them."""

import asyncio
import io
from urllib.parse import urlsplit

from minio import Minio
from pymongo import AsyncMongoClient

from storage.embedded import S3Address


async def test_transactions_are_real(mongodb_url: str) -> None:
    async with AsyncMongoClient(mongodb_url) as client, client.start_session() as session:
        things = client.get_default_database()["things"]
        await things.insert_one({"_id": "before"})

        await session.start_transaction()
        await things.insert_one({"_id": "within"}, session=session)
        await session.abort_transaction()

        assert await things.distinct("_id") == ["before"]


async def test_every_test_has_an_empty_database(mongodb_url: str) -> None:
    async with AsyncMongoClient(mongodb_url) as client:
        assert await client.get_default_database().list_collection_names() == []


async def test_objects_are_written_and_read(s3: S3Address) -> None:
    client = Minio(urlsplit(s3.endpoint).netloc, s3.access_key, s3.secret_key, secure=False)

    await asyncio.to_thread(client.put_object, s3.bucket, "a/b", io.BytesIO(b"hello"), 5)

    with client.get_object(s3.bucket, "a/b") as answer:
        assert answer.read() == b"hello"
