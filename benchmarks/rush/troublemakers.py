"""Clients that hold what they can at a cut-off: some trickle a letter, others open connections and ask nothing.

They come from other addresses of the loopback, and come again at once when they are sent away.
"""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from urllib.parse import urlsplit

import httpx

from benchmarks.rush.applicants import NO_TLS, ticket_of
from benchmarks.rush.letters import BYTES
from benchmarks.rush.scene import Ready

PAUSE_SECONDS = 10.0
"""Between the bytes of a letter that trickles."""
AGAIN_SECONDS = 1.0
PER_ADDRESS = 20
START_SECONDS = 180.0


@asynccontextmanager
async def troublemakers(url: str, slow: Sequence[Ready], idle: int) -> AsyncIterator[None]:
    """In a process of their own, from when all of them are at it until the end of the block."""
    context = get_context("spawn")
    at_it = context.Event()
    process = context.Process(target=_make_trouble, args=(url, list(slow), idle, at_it), daemon=True)
    process.start()
    try:
        assert await asyncio.to_thread(at_it.wait, START_SECONDS), "the troublemakers did not begin"
        yield
    finally:
        process.terminate()
        await asyncio.to_thread(process.join)


def _make_trouble(url: str, slow: Sequence[Ready], idle: int, at_it: Event) -> None:
    os.nice(10)
    asyncio.run(_all(url, slow, idle, at_it))


async def _all(url: str, slow: Sequence[Ready], idle: int, at_it: Event) -> None:
    begun = asyncio.Semaphore(0)
    work = [_trickle(url, one, f"127.0.1.{number + 1}", begun) for number, one in enumerate(slow)]
    work += [_idle(url, f"127.0.2.{number // PER_ADDRESS + 1}", begun) for number in range(idle)]
    tasks = [asyncio.create_task(one) for one in work]
    for _task in tasks:
        await begun.acquire()
    at_it.set()
    await asyncio.gather(*tasks)


async def _trickle(url: str, ready: Ready, address: str, begun: asyncio.Semaphore) -> None:
    headers = {"authorization": f"Bearer {ready.bearer}"}
    async with httpx.AsyncClient(base_url=url, timeout=120, headers=headers, verify=NO_TLS) as client:
        ticket = await ticket_of(client, ready, BYTES)
    head = f"PUT {ticket['url']} HTTP/1.1\r\nHost: {urlsplit(url).netloc}\r\nContent-Length: {BYTES}\r\n\r\n"
    await _again_and_again(url, address, head.encode() + b"%", begun)


async def _idle(url: str, address: str, begun: asyncio.Semaphore) -> None:
    await _again_and_again(url, address, b"", begun)


async def _again_and_again(url: str, address: str, first: bytes, begun: asyncio.Semaphore) -> None:
    is_first = True
    while True:
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(url).port, local_addr=(address, 0))
            writer.write(first)
            if is_first:
                begun.release()
                is_first = False
            await _until_sent_away(reader, writer, trickles=bool(first))
        await asyncio.sleep(AGAIN_SECONDS)


async def _until_sent_away(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, trickles: bool) -> None:
    try:
        while not reader.at_eof():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PAUSE_SECONDS):
                    await reader.read(65536)
            if trickles:
                writer.write(b"x")
    finally:
        writer.close()
