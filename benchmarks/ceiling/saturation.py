"""Load that the client does not hold back: one loop over ready sockets without a framework, for one core of its own.

It compares each answer to the first one, at the cost of one comparison of bytes.
"""

import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from benchmarks.ceiling.exchange import RECEIVED_AT_ONCE, TIMEOUT_SECONDS, Exchange
from benchmarks.ceiling.flood import Flood
from benchmarks.connection import ServerError
from benchmarks.load import Load


class Asker:
    """One connection that asks again as soon as it is answered."""

    def __init__(self, opened: socket.socket, asked: Exchange) -> None:
        self._socket = opened
        self._exchange = asked
        self._received = b""
        self._asked_at = 0.0
        self.latencies: list[float] = []

    def ask(self) -> None:
        self._asked_at = time.perf_counter()
        self._socket.send(self._exchange.request)

    def go_on(self) -> None:
        """Takes what is there. Raises ServerError where it is another answer than the first one."""
        received = self._socket.recv(RECEIVED_AT_ONCE)
        if not received:
            raise ServerError("The server closed a connection under load.")
        if self._received:
            received = self._received + received
        if not received.startswith(self._exchange.start):
            raise ServerError(f"Under load the server answered {received[:200].decode(errors='replace')}")
        if not self._exchange.is_complete(received):
            self._received = received
            self._expect_no_more_than_a_whole_answer()
            return
        self._received = b""
        self.latencies.append(time.perf_counter() - self._asked_at)
        self.ask()

    def _expect_no_more_than_a_whole_answer(self) -> None:
        if len(self._received) > len(self._exchange.end) + 64 * 1024:
            raise ServerError("Under load the server gave another answer than before.")


def saturate(port: int, asked: Exchange, connections: int, seconds: float, flood: Flood | None = None) -> Load:
    """The latencies of `connections` that ask for `seconds`, beside the connections of `flood` where there is one."""
    with _connected(port, connections) as sockets, selectors.DefaultSelector() as ready:
        askers = [Asker(each, asked) for each in sockets]
        with _flooding(flood, ready):
            for each, asker in zip(sockets, askers, strict=True):
                ready.register(each, selectors.EVENT_READ, asker.go_on)
                asker.ask()
            spent = _run(ready, seconds)
    return Load([latency for asker in askers for latency in asker.latencies], spent)


def _run(ready: selectors.BaseSelector, seconds: float) -> float:
    """For so long, or somewhat longer."""
    started = time.perf_counter()
    while (spent := time.perf_counter() - started) < seconds:
        events = ready.select(TIMEOUT_SECONDS)
        if not events:
            raise ServerError(f"The server was silent for {TIMEOUT_SECONDS} seconds.")
        for key, _mask in events:
            key.data()
    return spent


@contextmanager
def _connected(port: int, count: int) -> Iterator[Sequence[socket.socket]]:
    with ExitStack() as stack:
        yield [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), TIMEOUT_SECONDS)) for _ in range(count)
        ]


@contextmanager
def _flooding(flood: Flood | None, ready: selectors.BaseSelector) -> Iterator[None]:
    if flood is None:
        yield
        return
    with flood.begun(ready):
        yield
