"""Accepts connections at a socket that several processes listen on: whoever has fewest of them goes first.

The system wakes all of them, and the first would take all that wait: of the few connections that a proxy keeps, one
process would have most. With a socket for each process (SO_REUSEPORT) the system deals them out by chance, which is as
uneven for few, and resets those that wait at a process that dies.
"""

import asyncio
import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from cms.http.loads import Loads

BACKLOG = 2048
GIVE_WAY_SECONDS = 0.002
"""For another process with fewer connections, which may be busy: then they are as well served here."""
NO_FILES_SECONDS = 0.2

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Sharing:
    """The processes that share a port. `process` counts from 0."""

    loads: Loads
    process: int


class FairAccept:
    """As uvicorn needs a server: `close`, `wait_closed`. `count`: connections of this process now."""

    def __init__(
        self, bound: socket.socket, sharing: Sharing, protocol: Callable[[], asyncio.Protocol], count: Callable[[], int]
    ) -> None:
        self._bound, self._sharing, self._protocol, self._count = bound, sharing, protocol, count
        self._loop = asyncio.get_running_loop()
        self._coming: set[asyncio.Task[object]] = set()
        self._later: asyncio.TimerHandle | None = None
        self._is_closed = False

    def start(self) -> None:
        self._bound.listen(BACKLOG)
        self._bound.setblocking(False)
        self._tell()
        self._listen()

    def close(self) -> None:
        """Connections that wait stay for the other processes."""
        self._is_closed = True
        self._sharing.loads.leave(self._sharing.process)
        self._pause()

    async def wait_closed(self) -> None:
        """Nothing is left of it then."""

    def _listen(self) -> None:
        self._later = None
        if not self._is_closed:
            self._loop.add_reader(self._bound, self._readable)

    def _pause(self) -> None:
        self._loop.remove_reader(self._bound)
        if self._later:
            self._later.cancel()

    def _readable(self) -> None:
        self._tell()
        if self._sharing.loads.is_least(self._sharing.process):
            self._accept()
        else:
            self._pause()
            self._later = self._loop.call_later(GIVE_WAY_SECONDS, self._accept_now)

    def _accept_now(self) -> None:
        self._listen()
        self._accept()

    def _accept(self) -> None:
        """One at a time: then it is seen again who has fewest."""
        try:
            connection, _address = self._bound.accept()
        except (BlockingIOError, InterruptedError, ConnectionError):  # another process was quicker, or it is gone
            return
        except OSError as error:
            log.warning("no connection can be accepted", reason=error.strerror, remedy="raise ulimit -n")
            self._pause()
            self._later = self._loop.call_later(NO_FILES_SECONDS, self._listen)
            return
        connection.setblocking(False)
        with contextlib.suppress(OSError):  # it is gone already
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        task = self._loop.create_task(self._take(connection))
        self._coming.add(task)
        task.add_done_callback(self._coming.discard)

    async def _take(self, connection: socket.socket) -> None:
        try:
            await self._loop.connect_accepted_socket(self._protocol, connection)
        except OSError:
            connection.close()
        self._tell()

    def _tell(self) -> None:
        if not self._is_closed:
            self._sharing.loads.set(self._sharing.process, self._count() + len(self._coming))
