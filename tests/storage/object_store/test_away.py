"""The S3 server dies, hangs and returns."""

import asyncio
import os
from collections.abc import Awaitable, Callable

import pytest

from storage.errors import Unavailable
from storage.object_store import CHUNK_BYTES, ObjectStore
from tests.killable_s3 import KillableS3, store_of

PROMISED = 1.5 + 3.0  # seconds, with what a busy machine may add; without a deadline these calls last 10 s and more

OPERATIONS: dict[str, Callable[[ObjectStore], Awaitable[object]]] = {
    "ping": lambda store: store.ping(),
    "stat": lambda store: store.stat("a"),
    "open": lambda store: store.open("a"),
    "put": lambda store: store.put("b", b"x" * 1_000_000, "text/plain"),
    "delete": lambda store: store.delete("a"),
}


@pytest.fixture
def killable_store(killable_s3: KillableS3):
    store = store_of(killable_s3.address)
    yield store
    store.close()


@pytest.mark.parametrize("operation", OPERATIONS)
async def test_a_dead_server_is_unavailable(
    killable_s3: KillableS3, killable_store: ObjectStore, operation: str
) -> None:
    await killable_store.put("a", b"hello", "text/plain")

    killable_s3.kill()

    with pytest.raises(Unavailable) as refusal:
        await OPERATIONS[operation](killable_store)
    assert refusal.value.engine == "s3"
    assert str(refusal.value) == "s3 is not available: no connection: check that the server runs, and the address"


@pytest.mark.parametrize("operation", OPERATIONS)
async def test_a_hanging_server_is_unavailable_in_time(
    killable_s3: KillableS3, killable_store: ObjectStore, operation: str
) -> None:
    await killable_store.put("a", b"hello", "text/plain")
    killable_s3.freeze()

    with pytest.raises(Unavailable, match="no answer"):
        async with asyncio.timeout(PROMISED):
            await OPERATIONS[operation](killable_store)

    killable_s3.thaw()


async def test_a_server_that_returns_is_used_again(killable_s3: KillableS3, killable_store: ObjectStore) -> None:
    await killable_store.put("a", b"hello", "text/plain")
    killable_s3.kill()
    with pytest.raises(Unavailable):
        await killable_store.stat("a")

    killable_s3.start()

    assert (await killable_store.stat("a")).bytes == 5


async def test_many_calls_to_a_hanging_server_all_end_in_time(
    killable_s3: KillableS3, killable_store: ObjectStore
) -> None:
    await killable_store.put("a", b"hello", "text/plain")
    killable_s3.freeze()

    async with asyncio.timeout(PROMISED):
        outcomes = await asyncio.gather(*(killable_store.open("a") for _ in range(40)), return_exceptions=True)

    assert all(isinstance(outcome, Unavailable) for outcome in outcomes)
    killable_s3.thaw()
    assert (await killable_store.stat("a")).bytes == 5


async def test_a_server_that_dies_in_the_middle_breaks_the_stream(
    killable_s3: KillableS3, killable_store: ObjectStore
) -> None:
    await killable_store.put("large", os.urandom(60 * CHUNK_BYTES), "application/zip")

    async with await killable_store.open("large") as stream:
        assert await anext(stream)
        killable_s3.kill()

        with pytest.raises(Unavailable):
            async for _ in stream:
                pass


async def test_a_cancelled_reader_frees_its_thread_and_its_connection(
    killable_s3: KillableS3, killable_store: ObjectStore
) -> None:
    await killable_store.put("large", os.urandom(60 * CHUNK_BYTES), "application/zip")

    async def read_slowly() -> None:
        async with await killable_store.open("large") as stream:
            await anext(stream)
            killable_s3.freeze()
            async for _ in stream:
                pass

    for _ in range(20):  # more than there are threads for transfers
        reader = asyncio.create_task(read_slowly())
        await asyncio.wait({reader}, timeout=0.1)
        reader.cancel()
        await asyncio.wait({reader})
        killable_s3.thaw()

    async with asyncio.timeout(PROMISED), await killable_store.open("large", 5, 10) as stream:
        assert len(b"".join([chunk async for chunk in stream])) == 10


async def test_a_host_that_does_not_exist_is_named_as_the_reason() -> None:
    store = ObjectStore("http://s3.nowhere.invalid:9000", "key", "secret", "cms")

    with pytest.raises(Unavailable, match=r"host name is not known|no answer"):
        await store.ping()
    store.close()
