"""One client's connection: uvicorn's, with bounds on what it leaves open and a share of all there are."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import httptools
import structlog
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from cms.http.client_address import TrustedProxies, network_of_host
from cms.http.health import is_about_health
from cms.http.pace import Pace
from cms.http.places import Places
from cms.http.plain_refusal import PlainRefusal
from cms.http.request_head import fault_of_head
from cms.http.unread import unread_bytes
from cms.kernel.counts import counts

log = structlog.get_logger(__name__)

BUSY = PlainRefusal(503, "The server has no place for more requests of your network. Try again in a moment.", 2)


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """`total` and `per_network` are for all processes of the server, the rest for this one. Where all places are taken,
    `reserve` more connections are heard, and only asked how the server does they are answered."""

    total: int = 2000
    per_network: int = 500
    reserve: int = 64
    reserve_per_network: int = 8
    max_head_bytes: int = 64 * 1024
    """Of a request's first line and headers, or of what follows a body in chunks. The parser keeps an unfinished header
    and copies it at each arrival."""
    head_seconds: float = 20.0
    """Until a request has begun, and all its headers are there."""
    body_seconds: float = 30.0
    """Without a byte of a body, while we wait for one. What receives files asks earlier, and has better words."""
    body_bytes_per_second: float = 1024.0
    """The lowest speed of a body, beyond those seconds."""
    read_seconds: float = 30.0
    """For a client to take something of what lies ready of an answer, while more is to follow or before the connection
    is closed."""
    read_bytes_per_second: float = 1024.0
    """The lowest speed of that, over those seconds."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What the connections of a process have in common."""

    limits: ConnectionLimits
    proxies: TrustedProxies
    places: Places = field(init=False)
    reserve: Places = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", Places(self.limits.total, self.limits.per_network, counts()))
        object.__setattr__(self, "reserve", Places(self.limits.reserve, self.limits.reserve_per_network))


def connections(limits: ConnectionLimits, proxies: TrustedProxies | None = None) -> Callable[..., "BoundedConnection"]:
    """What uvicorn makes each connection with."""
    return partial(BoundedConnection, Shares(limits, proxies or TrustedProxies()))


class BoundedConnection(HttpToolsProtocol):
    """Ends clients that send an endless head (431), send head or body too slowly (408), or do not read their answer."""

    network = ""
    is_shared = False

    def __init__(self, shares: Shares, **of_uvicorn: Any) -> None:
        super().__init__(**of_uvicorn)
        self._shares = shares
        self._limits = limits = shares.limits
        self._places: Places | None = None
        self._unconsumed = 0
        self._running: RequestResponseCycle | None = None
        self._head = Pace(limits.head_seconds, self._head_too_slow)
        self._body = Pace(limits.body_seconds, self._body_too_slow, limits.body_bytes_per_second)
        self._reading = Pace(limits.read_seconds, self._read_too_slowly)
        self._unread = 0

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        host = self.client[0] if self.client else ""
        self.network, self.is_shared = network_of_host(host), self._shares.proxies.trust(host)
        both = (self._shares.places, self._shares.reserve)
        self._places = next((places for places in both if places.admit(self)), None)
        if self._places is None:
            transport.abort()
        else:
            self._head.start()

    def connection_lost(self, exc: Exception | None) -> None:
        for pace in (self._head, self._body, self._reading):
            pace.stop()
        if self._places:
            self._places.leave(self)
        self._leave_application()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._unconsumed += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._unconsumed > self._limits.max_head_bytes:
            self._head_too_long()
        else:
            self._expect()

    def on_headers_complete(self) -> None:
        self._unconsumed = 0
        if self._places:
            self._places.begin(self)
        self.app = self._application()
        super().on_headers_complete()
        if self._places is self._shares.reserve:
            self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        self._unconsumed = 0
        self._body.credit(len(body))
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._unconsumed = 0
        super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._body.stop()
        if self.transport.is_closing():
            self._abort_unless_flushed()
        elif self._places and not self._is_answering():
            self._places.rest(self)

    def pause_writing(self) -> None:
        self._await_reading()
        super().pause_writing()

    def resume_writing(self) -> None:
        if not self.transport.is_closing():
            self._reading.stop()
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._abort_unless_flushed()

    def send_400_response(self, msg: str) -> None:
        is_answering = self._is_answering()
        is_its_body = is_answering and self.cycle.more_body and not self.cycle.response_started
        self._leave_application()
        if is_its_body or not is_answering:
            super().send_400_response(msg)
        else:  # it would stand in the middle of another answer, or be taken for it
            self.transport.close()
        self._abort_unless_flushed()

    def give_way(self) -> None:
        self.transport.close()
        self._abort_unless_flushed()

    def _application(self) -> Any:
        """The ASGI application that answers the request whose head has come."""
        parser = cast(httptools.HttpRequestParser, self.parser)
        fault = fault_of_head(parser.get_http_version(), parser.get_method(), self.url, self.headers)
        if fault:
            log.info("request refused", status=fault.status, reason=fault.text, network=self.network)
            return PlainRefusal(*fault)
        if self._places is self._shares.reserve and not is_about_health(self.url):
            return BUSY
        return self.config.loaded_app

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._running = cycle
        super()._start_asgi_task(cycle, app)

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _expect(self) -> None:
        """What the client is to send now. Bytes that come in between do not prolong the time of a head."""
        if not self._is_answering():
            self._head.start()
            return
        self._head.stop()
        if self.cycle.more_body:
            self._body.start()
        else:
            self._body.stop()

    def _head_too_slow(self) -> None:
        if not self._is_answering() and not self.transport.is_closing():
            self._refuse(PlainRefusal(408, "The request did not arrive in time. Send it again."))

    def _body_too_slow(self) -> None:
        if not self._is_answering() or not self.cycle.more_body or self.transport.is_closing():
            return
        if self.flow.read_paused or self.cycle.waiting_for_100_continue:  # it waits for us
            self._body.start()
        elif self.cycle.response_started:
            self._abort("body too slow")
        else:
            self._refuse(PlainRefusal(408, "The body did not arrive in time. Send the request again."))

    def _head_too_long(self) -> None:
        if self._is_answering():  # what is sent already is another request's, or the end of this one's body
            self.transport.close()
            self._abort_unless_flushed()
        else:
            self._refuse(PlainRefusal(431, "Send shorter headers and a shorter address."))

    def _refuse(self, refusal: PlainRefusal) -> None:
        self.transport.write(refusal.as_bytes())
        self.transport.close()
        self._leave_application()
        self._abort_unless_flushed()

    def _leave_application(self) -> None:
        """Tells it that its client is gone, so that it stops and frees what it holds."""
        for cycle in (self._running, self.cycle):
            if cycle is not None and not cycle.response_complete:
                cycle.disconnected = True
                cycle.message_event.set()

    def _abort_unless_flushed(self) -> None:
        if self.transport.is_closing() and self.transport.get_write_buffer_size():
            self._await_reading()

    def _await_reading(self) -> None:
        self._unread = unread_bytes(self.transport)
        self._reading.start()

    def _read_too_slowly(self) -> None:
        taken = self._unread - unread_bytes(self.transport)
        if taken < self._limits.read_seconds * self._limits.read_bytes_per_second:
            self._abort("answer not read")
        else:
            self._await_reading()

    def _abort(self, reason: str) -> None:
        log.info("connection given up", reason=reason, network=self.network)
        self.transport.abort()
