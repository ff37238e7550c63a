"""The `cms` program as an operator starts it, beside the engines of the tests."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from storage.embedded import Engines, S3Address
from storage.mongo import Mongo

ROOT = Path(__file__).resolve().parents[1]
Program = Callable[..., Awaitable[tuple[int, str, str]]]


@pytest.fixture
def program(engines: Engines, mongo: Mongo, s3: S3Address, tmp_path: Path) -> Program:
    """(status, standard output, what it said) of `cms …` over the database and the bucket of the test."""
    given = {
        "CMS_MONGODB_URL": engines.mongodb_url,
        "CMS_MONGODB_DATABASE": mongo.db.name,
        "CMS_S3_ENDPOINT": s3.endpoint,
        "CMS_S3_ACCESS_KEY": s3.access_key,
        "CMS_S3_SECRET_KEY": s3.secret_key,
        "CMS_S3_BUCKET": s3.bucket,
        "CMS_SECRET_KEY": "s" * 32,
        "CMS_DATA_DIR": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }

    async def run(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "cms.cli", *arguments),
            cwd=ROOT,
            env={**os.environ, **given},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, said = await process.communicate(typed.encode())
        return process.returncode or 0, out.decode(), said.decode()

    return run
