"""What was written with majority, or put into the bucket, is there after a kill and a new start."""

import asyncio
import io
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from minio import Minio
from pymongo import AsyncMongoClient, MongoClient

from storage.embedded import S3Address, embedded_engines
from tests.storage.embedded.other_cms import OtherCms


def s3_client(s3: S3Address) -> Minio:
    return Minio(urlsplit(s3.endpoint).netloc, s3.access_key, s3.secret_key, secure=False)


async def test_documents_and_objects_survive_a_killed_cms(
    start_cms: Callable[[Path], OtherCms], tmp_path: Path
) -> None:
    cms = start_cms(tmp_path)
    s3 = s3_client(cms.engines.s3)
    with MongoClient(cms.engines.mongodb_url) as client:
        for number in range(50):
            client["kept"]["things"].insert_one({"_id": number})
            s3.put_object("cms", f"things/{number}", io.BytesIO(b"%d" % number), len(str(number)))

    cms.kill()

    async with embedded_engines(tmp_path) as engines, AsyncMongoClient(engines.mongodb_url) as client:
        assert await client["kept"]["things"].distinct("_id") == list(range(50))
        objects = await asyncio.to_thread(lambda: list(s3_client(engines.s3).list_objects("cms", "things/")))
        assert len(objects) == 50


async def test_what_an_interrupted_upload_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / "s3" / "cms" / "ab" / ".rclone_temp_12345"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")

    async with embedded_engines(tmp_path, testing=True):
        assert not left.exists()
