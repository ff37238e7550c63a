"""Processes that listen at one port."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import pytest

from cms.http import fair_accept
from cms.http.fair_accept import FairAccept, Sharing
from cms.http.loads import Loads


class Kept(asyncio.Protocol):
    def __init__(self, made: list["Kept"]) -> None:
        self._made = made

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self._made.append(self)


def test_the_one_with_fewest_goes_first_and_absent_ones_do_not_count() -> None:
    loads = Loads(3)
    loads.set(0, 2)
    loads.set(1, 1)

    assert [loads.is_least(process) for process in (0, 1)] == [False, True]
    loads.leave(1)
    assert loads.is_least(0)


async def test_few_connections_are_shared_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fair_accept, "GIVE_WAY_SECONDS", 0.2)  # both are on one loop here, of a busy machine
    made: list[list[Kept]] = [[], []]
    async with listening(Loads(2), made, 10):
        assert [len(each) for each in made] == [5, 5]


async def test_connections_are_accepted_though_one_with_fewer_does_not_take_them() -> None:
    loads, made = Loads(3), [list[Kept]()]
    loads.set(2, 0)  # it is busy with something else
    async with listening(loads, made, 10):
        assert len(made[0]) == 10


async def test_connections_that_wait_at_a_process_that_ends_are_taken_by_another() -> None:
    made: list[list[Kept]] = [[], []]
    with socket.create_server(("127.0.0.1", 0)) as bound, bound.dup() as own:
        loads = Loads(2)
        ending, other = accepting(own, loads, 0, made[0]), accepting(bound, loads, 1, made[1])
        ending.start()
        ending.close()
        opened = [await asyncio.open_connection(*bound.getsockname())]
        other.start()
        await _made(made, 1)
        other.close()
        await closed(opened, made)

    assert made[0] == []


def accepting(bound: socket.socket, loads: Loads, process: int, made: list[Kept]) -> FairAccept:
    return FairAccept(bound, Sharing(loads, process), lambda: Kept(made), lambda: len(made))


@contextlib.asynccontextmanager
async def listening(loads: Loads, made: list[list[Kept]], count: int) -> AsyncIterator[None]:
    """One for each list, on one loop; so many connections are opened."""
    with contextlib.ExitStack() as sockets:
        bound = sockets.enter_context(socket.create_server(("127.0.0.1", 0)))
        each = [sockets.enter_context(bound.dup()) for _ in made]
        servers = [accepting(own, loads, process, made[process]) for process, own in enumerate(each)]
        for server in servers:
            server.start()
        opened = [await asyncio.open_connection(*bound.getsockname()) for _ in range(count)]
        await _made(made, count)
        yield
        for server in servers:
            server.close()
        await closed(opened, made)


async def _made(made: list[list[Kept]], count: int) -> None:
    while sum(map(len, made)) < count:
        await asyncio.sleep(0.001)


async def closed(opened: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]], made: list[list[Kept]]) -> None:
    for kept in (one for each in made for one in each):
        kept.transport.close()
    for _reader, writer in opened:
        writer.close()
        await writer.wait_closed()
