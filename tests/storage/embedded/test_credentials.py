"""The engines answer nobody without the generated credentials, and survive their loss."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import urllib3
from pymongo import AsyncMongoClient
from pymongo.errors import OperationFailure

from storage.embedded import Engines, embedded_engines


async def test_mongodb_refuses_strangers(engines: Engines) -> None:
    member = urlsplit(engines.mongodb_url).netloc.rpartition("@")[2]

    async with AsyncMongoClient(f"mongodb://{member}") as stranger:
        with pytest.raises(OperationFailure, match="requires authentication"):
            await stranger["any"]["things"].find_one()


def test_s3_refuses_strangers(engines: Engines) -> None:
    answer = urllib3.request("GET", f"{engines.s3.endpoint}/{engines.s3.bucket}")

    assert answer.status == 400
    assert b"<Error>" in answer.data


def test_credentials_are_not_shown(engines: Engines) -> None:
    assert engines.s3.secret_key not in repr(engines)
    assert engines.mongodb_url not in repr(engines)


async def test_lost_credentials_are_replaced(tmp_path: Path) -> None:
    async with embedded_engines(tmp_path) as before, AsyncMongoClient(before.mongodb_url) as client:
        await client["kept"]["things"].insert_one({"_id": "kept"})
    shutil.rmtree(tmp_path / "secrets")

    async with embedded_engines(tmp_path) as after, AsyncMongoClient(after.mongodb_url) as client:
        assert after.mongodb_url != before.mongodb_url
        assert await client["kept"]["things"].distinct("_id") == ["kept"]
