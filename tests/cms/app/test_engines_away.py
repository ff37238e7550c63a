"""When MongoDB or S3 is away: told at once which, nothing hangs, and all is well again by itself."""

import os
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import psutil
import pytest

from cms.app import build_app
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.kernel.vault import Vault
from storage.embedded import embedded_mongodb, open_data_directory
from storage.mongo import Mongo
from storage.object_store import ObjectStore
from storage.repository import Repository
from tests.killable_s3 import KillableS3, killable_s3

__all__ = ["killable_s3"]

QUERY = {"query": '{ site(key: "eccp") { name } }'}


class Mongod:
    """The process of a MongoDB that only this test uses."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def signal(self, number: int) -> None:
        for process in psutil.process_iter(["name", "cmdline"]):
            if process.info["name"] == "mongod" and any(self._folder in word for word in process.info["cmdline"]):
                os.kill(process.pid, number)
                return
        raise AssertionError("no mongod of this test runs")


@pytest.fixture
async def client(tmp_path: Path, killable_s3: KillableS3) -> AsyncIterator[httpx.AsyncClient]:
    """A CMS on engines of its own."""
    with open_data_directory(tmp_path / "data") as directory:
        async with embedded_mongodb(directory, testing=True) as url:
            mongo = await Mongo(url, "away").open()
            s3 = killable_s3.address
            store = ObjectStore(s3.endpoint, s3.access_key, s3.secret_key, s3.bucket)
            await store.ensure_bucket()
            app = build_app(
                load_settings(), Services(Repository(mongo), store, vault=Vault("s" * 32)), secret_key="s" * 32
            )
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://cms") as client:
                yield client
            store.close()
            mongo.close()


async def away(client: httpx.AsyncClient) -> set[str]:
    report = (await client.get("/readyz")).json()
    return {name for name, engine in report["engines"].items() if engine["status"] == "away"}


async def code(client: httpx.AsyncClient) -> str:
    """Of the answer to a query, which must come within two seconds (and some, on a machine that is busy)."""
    started = time.monotonic()
    answer = await client.post("/graphql", json=QUERY, headers={"accept": "application/graphql-response+json"})
    assert time.monotonic() - started < 4
    return answer.json()["errors"][0]["extensions"]["code"]


async def until_back(client: httpx.AsyncClient) -> None:
    for _ in range(60):
        if not await away(client) and await code(client) == "NOT_FOUND":
            return
    raise AssertionError("the engines did not come back")


async def test_a_mongodb_that_hangs_or_dies_is_told_and_comes_back(client: httpx.AsyncClient, tmp_path: Path) -> None:
    mongod = Mongod(tmp_path / "data")
    assert await away(client) == set() and await code(client) == "NOT_FOUND"

    mongod.signal(signal.SIGSTOP)
    assert await code(client) == "UNAVAILABLE"
    assert await away(client) == {"mongodb"}
    mongod.signal(signal.SIGCONT)
    await until_back(client)

    mongod.signal(signal.SIGKILL)
    await until_back(client)


async def test_an_s3_that_is_away_is_told_while_queries_are_answered(
    client: httpx.AsyncClient, killable_s3: KillableS3
) -> None:
    killable_s3.kill()

    assert await away(client) == {"s3"}
    assert await code(client) == "NOT_FOUND"

    killable_s3.start()
    assert await away(client) == set()
