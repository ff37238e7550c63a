"""Serves the application until it is told to stop."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from typing import cast

import uvicorn
from starlette.types import ASGIApp

from cms.http.client_address import TrustedProxies
from cms.http.connection import ConnectionLimits, connections
from cms.http.fair_accept import FairAccept, Sharing
from cms.http.open_files import room_for
from cms.http.pieces import InPieces
from cms.kernel.settings import Settings

KEPT_SECONDS = 75
"""A connection without a request. Longer than proxies and clients keep theirs (nginx and load balancers 60 seconds):
whoever closes first must be the one who sends, or a request meets the end of its connection. Where there is no room,
the oldest idle one gives way (`cms.http.connection`)."""


class PortTaken(Exception):
    """One line that says which port and what to do."""


def listen(settings: Settings) -> socket.socket:
    """A socket of our own, so that a taken port is known before anything else is started."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
    except OSError as error:
        bound.close()
        where = f"{settings.host}:{settings.port}"
        raise PortTaken(
            f"Cannot listen on {where} ({error.strerror}): stop what runs there, or choose another --port."
        ) from error
    return bound


async def serve(
    app: ASGIApp,
    bound: socket.socket,
    on_start: Callable[[], None],
    limits: ConnectionLimits | None = None,
    proxies: TrustedProxies | None = None,
    sharing: Sharing | None = None,
) -> None:
    """Until SIGINT or SIGTERM; requests under way are finished first. `sharing`: with other processes at this
    socket."""
    config = uvicorn.Config(
        InPieces(app),
        http=cast(type[asyncio.Protocol], connections(limits or ConnectionLimits(), proxies)),
        proxy_headers=False,  # `ForwardedClient` is the one place that believes them
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=10,
        timeout_keep_alive=KEPT_SECONDS,
    )
    server = _Announced(config, on_start) if sharing is None else _Sharing(config, on_start, sharing)
    await server.serve(sockets=[bound])


def connection_limits(settings: Settings) -> ConnectionLimits:
    """As set, or fewer where this process may not have so many files open."""
    total = room_for(settings.max_connections)
    return ConnectionLimits(total=total, per_network=min(settings.max_connections_per_network, total))


class _Announced(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, on_start: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_start = on_start

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ends the server and nothing else: what stands around it is then ended in its order."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        yield
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, lambda: None)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_start()


class _Sharing(_Announced):
    """Accepts connections in its turn with other processes."""

    def __init__(self, config: uvicorn.Config, on_start: Callable[[], None], sharing: Sharing) -> None:
        super().__init__(config, on_start)
        self._sharing = sharing

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn's, which knows no other way to accept."""
        assert sockets
        connections = self.server_state.connections
        accepting = [FairAccept(one, self._sharing, self._protocol, lambda: len(connections)) for one in sockets]
        self.servers = cast(list[asyncio.Server], accepting)
        for one in accepting:
            one.start()
        self.started = True
        self._on_start()

    def _protocol(self) -> asyncio.Protocol:
        made = cast(Callable[..., asyncio.Protocol], self.config.http_protocol_class)
        return made(config=self.config, server_state=self.server_state, app_state={})
