"""Clients that open a connection and then send too much, too slowly, or nothing; or never read."""

import asyncio
import contextlib

import pytest

from cms.http.connection import ConnectionLimits
from tests.cms.http.clients import IMPATIENT, MEGABYTE, PATIENT, Echo, scene

HEAD = b"GET / HTTP/1.1\r\nHost: a\r\n"
POST = b"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"


async def answer_to(*parts: bytes, limits: ConnectionLimits = PATIENT) -> bytes:
    """All that comes back until the server ends the connection."""
    async with scene(limits) as server:
        reader, writer = await server.connect()
        for part in parts:
            writer.write(part)
            await asyncio.sleep(0)
        async with asyncio.timeout(10):
            answer = await reader.read()
        writer.close()
    return answer


@pytest.mark.parametrize("begun", [b"GET /", HEAD + b"X: ", HEAD + b"X: a\r\n" * 10])
async def test_an_endless_head_is_cut(begun: bytes) -> None:
    answer = await answer_to(begun, *[b"a" * 40_000] * 2)

    assert answer.startswith(b"HTTP/1.1 431 ")


async def test_endless_trailers_end_the_connection() -> None:
    chunked = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX: "

    with contextlib.suppress(ConnectionError):  # what was sent too much may be answered by a reset
        answer = await answer_to(chunked, *[b"a" * MEGABYTE] * 2)

        assert answer == b""


@pytest.mark.parametrize("sent", [b"", b"GET / HT", HEAD])
async def test_a_request_that_does_not_arrive_is_given_up(sent: bytes) -> None:
    answer = await answer_to(sent, limits=IMPATIENT)

    assert answer.startswith(b"HTTP/1.1 408 ")


async def test_a_long_body_is_no_long_head() -> None:
    length = 4 * MEGABYTE

    answer = await answer_to(POST % length, *[b"a" * MEGABYTE] * 4)

    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.count(b"a") >= length


async def test_a_body_may_take_longer_than_a_head() -> None:
    """It may be slow, as long as its bytes come at the lowest speed."""
    limits = ConnectionLimits(head_seconds=0.1, body_seconds=0.4, body_bytes_per_second=10)

    async with scene(limits) as server:
        reader, writer = await server.connect()
        writer.write(POST % 200)
        for _ in range(5):
            await asyncio.sleep(0.15)
            writer.write(b"x" * 40)
        answer = await reader.read()
        writer.close()

    assert answer.startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("begun", [0, 50_000])
async def test_a_body_that_stops_is_given_up_and_the_work_for_it_ends(begun: int) -> None:
    """However quickly it began."""
    limits = ConnectionLimits(body_seconds=0.3, body_bytes_per_second=1000)

    async with scene(limits) as server, asyncio.timeout(10):
        reader, writer = await server.connect()
        writer.write(POST % MEGABYTE + b"x" * begun)
        answer = await reader.readline()
        await server.app.left.wait()
        writer.close()

    assert answer.startswith(b"HTTP/1.1 408 ")


async def test_a_body_that_trickles_is_given_up_and_the_work_for_it_ends() -> None:
    """A byte that meets the end of the connection takes the answer with it, so there may be none."""
    limits = ConnectionLimits(body_seconds=0.3, body_bytes_per_second=1000)

    async with scene(limits) as server, asyncio.timeout(10):
        _reader, writer = await server.connect()
        writer.write(POST % MEGABYTE + b"x" * 50_000)
        while not server.app.left.is_set():
            writer.write(b"x")
            await asyncio.sleep(0.02)
        writer.close()


async def test_whoever_waits_for_us_is_not_slow() -> None:
    app = Echo()
    app.may_go_on.clear()
    async with scene(IMPATIENT, app) as server, asyncio.timeout(10):
        reader, writer = await server.connect()
        writer.write((POST % 1).replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n"))
        await asyncio.sleep(3 * IMPATIENT.body_seconds)
        app.may_go_on.set()
        await reader.readuntil(b"100 Continue\r\n\r\n")
        writer.write(b"x")
        answer = await reader.read()
        writer.close()

    assert answer.startswith(b"HTTP/1.1 200 ")


async def test_an_answer_that_nobody_reads_is_dropped_and_the_work_for_it_ends() -> None:
    """While it is being written: there are 64 MB of it."""
    async with scene(IMPATIENT) as server, asyncio.timeout(10):
        with server.silent_reader(64):
            await server.app.left.wait()
            while not server.made[0].transport.is_closing():
                await asyncio.sleep(0.01)


async def test_of_an_answer_that_nobody_reads_little_lies_ready() -> None:
    async with scene() as server, asyncio.timeout(10):
        with server.silent_reader(64):
            await server.app.asked.wait()
            while not server.made[0].flow.write_paused:
                await asyncio.sleep(0.01)
            ready = server.made[0].transport.get_write_buffer_size()

    assert 0 < ready <= 2 * 64 * 1024


async def test_a_reader_that_reads_gets_all_of_it_however_long_it_takes() -> None:
    """The system takes megabytes of it at once, and then nothing for a while."""
    async with scene(ConnectionLimits(read_seconds=0.5)) as server, asyncio.timeout(30):
        with server.silent_reader(8) as client:
            client.setblocking(False)
            length = 0
            while length < 8 * MEGABYTE:
                length += len(await asyncio.get_running_loop().sock_recv(client, 40_000))
                await asyncio.sleep(0.01)


async def test_work_for_a_client_that_leaves_hears_of_it_though_another_request_waits() -> None:
    """Two requests in one packet: the first one's work must hear of it, not only the last one's."""
    async with scene() as server, asyncio.timeout(10):
        reader, writer = await server.connect()
        writer.write(b"GET /?64 HTTP/1.1\r\nHost: a\r\n\r\n" * 2)
        await reader.read(1000)
        writer.transport.abort()
        await server.app.left.wait()


async def test_nonsense_after_a_request_is_not_answered_in_the_middle_of_its_answer() -> None:
    app = Echo()
    app.may_go_on.clear()
    async with scene(app=app) as server, asyncio.timeout(10):
        reader, writer = await server.connect()
        writer.write(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        await app.asked.wait()
        writer.write(b"\x00\x00\r\n\r\n")
        answer = await reader.read()
        app.may_go_on.set()
        writer.close()

    assert answer == b""


async def test_a_request_in_time_is_answered_after_the_deadline() -> None:
    limits = ConnectionLimits(head_seconds=0.2)
    async with scene(limits) as server:
        reader, writer = await server.connect()
        writer.write(POST % 1)
        await asyncio.sleep(2 * limits.head_seconds)
        writer.write(b"x")
        answer = await reader.read()
        writer.close()

    assert answer.startswith(b"HTTP/1.1 200 ")
