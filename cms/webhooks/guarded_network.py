"""Connections to allowed addresses only: the name is looked up once, and what is connected to is what was checked."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeAlias, cast

import httpcore

from cms.webhooks.networks import Network, is_reachable

Resolve: TypeAlias = Callable[[str, int], Awaitable[list[str]]]
MAX_ADDRESSES = 4


class AddressRefused(Exception):
    """The name leads to an address that webhooks may not reach."""


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, in the order in which the system would try them. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_kind, address in found))


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """What httpcore connects through. TLS and the Host header still use the name."""

    def __init__(self, allowed: Sequence[Network], resolve: Resolve = resolve) -> None:
        self._allowed = allowed
        self._resolve = resolve
        self._network = cast(httpcore.AsyncNetworkBackend, httpcore.AnyIOBackend())

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  what httpcore calls
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Raises AddressRefused when any address of the name is not allowed, httpcore.ConnectError and
        ConnectTimeout."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in await self._checked(host, port):
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109  what httpcore calls
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        raise AddressRefused("webhooks reach no sockets of this machine")

    async def sleep(self, seconds: float) -> None:
        await self._network.sleep(seconds)

    async def _checked(self, host: str, port: int) -> list[str]:
        try:
            addresses = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} is not known: {error}") from error
        for address in addresses:
            if not is_reachable(address, self._allowed):
                raise AddressRefused(f"{host} leads to {address}, which webhooks may not reach")
        return addresses[:MAX_ADDRESSES]
