"""How many requests of one network may be under way: behind a proxy its connections tell nothing of that. What they
compute counts for the network too."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from cms.http.client_address import network_of
from cms.http.connection import BUSY
from cms.http.health import is_about_health
from cms.kernel.counts import counts
from cms.kernel.turns import client_of_work


class RequestShares:
    """The ASGI layer within `ForwardedClient`. Questions about the server's health do not count."""

    def __init__(self, app: ASGIApp, per_network: int) -> None:
        self._app = app
        self._per_network = per_network
        self._counts = counts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or is_about_health(scope["path"].encode()):
            await self._app(scope, receive, send)
            return
        network = network_of(Request(scope))
        name = f"requests/{network}"
        if self._counts.take({name: self._per_network}):
            await BUSY(scope, receive, send)
            return
        client_of_work.set(network)
        try:
            await self._app(scope, receive, send)
        finally:
            self._counts.give_back((name,))
