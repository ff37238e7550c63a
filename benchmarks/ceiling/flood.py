"""One client that sends a query nobody sent before, again and again, over several connections."""

import itertools
import selectors
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson

from benchmarks.ceiling.exchange import RECEIVED_AT_ONCE, TIMEOUT_SECONDS, size_of, status_of
from benchmarks.connection import request

SOURCE = "127.77.0.1"
"""Another network than the one whose pages are measured."""


class Flood:
    """`statuses`: how often each was answered; 0 for connections that the server closed without an answer."""

    def __init__(self, port: int, text: str, variables: dict[str, Any], connections: int) -> None:
        self._port = port
        self._text = text
        self._variables = variables
        self._connections = connections
        self._numbers = itertools.count()
        self.statuses = Counter[int]()

    @contextmanager
    def begun(self, ready: selectors.BaseSelector) -> Iterator[None]:
        self._ready = ready
        self._opened = set[socket.socket]()
        for _ in range(self._connections):
            self._open()
        yield
        for each in [*self._opened]:
            self._close(each)

    def body(self) -> bytes:
        """Each is a text of its own, by a field that is asked for under another name."""
        name = f"flood{next(self._numbers)}: __typename"
        return orjson.dumps({"query": self._text.replace("{", f"{{ {name} ", 1), "variables": self._variables})

    def _open(self) -> None:
        opened = socket.create_connection(("127.0.0.1", self._port), TIMEOUT_SECONDS, (SOURCE, 0))
        received = bytearray()
        self._opened.add(opened)
        self._ready.register(opened, selectors.EVENT_READ, lambda: self._go_on(opened, received))
        opened.send(request("POST", "/graphql", self.body()))

    def _go_on(self, opened: socket.socket, received: bytearray) -> None:
        try:
            more = opened.recv(RECEIVED_AT_ONCE)
        except ConnectionError:
            more = b""
        received += more
        if not more:
            self.statuses[0] += 1
            self._close(opened)
            self._open()
        elif (size := size_of(received)) and len(received) >= size:
            self.statuses[status_of(received)] += 1
            received.clear()
            opened.send(request("POST", "/graphql", self.body()))

    def _close(self, opened: socket.socket) -> None:
        self._opened.discard(opened)
        self._ready.unregister(opened)
        opened.close()
