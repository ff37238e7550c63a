"""A real server for an ASGI app, on a free port of the loopback."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterator

import uvicorn
from starlette.types import ASGIApp


class QuietServer(uvicorn.Server):
    """Leaves signals to pytest."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def served(app: ASGIApp, http: Callable[..., asyncio.Protocol] | str = "auto") -> AsyncIterator[str]:
    """The origin of the app, for example http://127.0.0.1:40123, while the block runs."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app, http=http, log_level="warning", lifespan="auto", proxy_headers=False)  # pyright: ignore[reportArgumentType]
        server = QuietServer(config)
        running = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await running
