"""Whose request it is: the one address that everything counts by which counts per network."""

from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Literal

import structlog
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
ForwardedHeader = Literal["x-forwarded-for", "forwarded"]
_PROTO = b"x-forwarded-proto"
LONGEST = 64
"""Characters of an address with brackets, port and the zone of a link: what is longer is none."""
KEPT = 1024

log = structlog.get_logger(__name__)


def network_of(request: HTTPConnection) -> str:
    """The network of the client, behind trusted proxies too: an IPv4 address, or a /64 of IPv6, which is one person's.
    Inside `ForwardedClient` only; "" where the server knows no address."""
    return network_of_host(request.client.host if request.client else "")


def network_of_host(host: str) -> str:
    address = parse_address(host)
    if isinstance(address, IPv6Address):
        return _network_of(address)
    return host if address is None else str(address)


@lru_cache(KEPT)
def _network_of(address: IPv6Address) -> str:
    return str(ip_network((int(address), 64), strict=False))


def parse_address(text: str) -> Address | None:
    """With or without a port; an IPv4 address that is written as IPv6 is one of IPv4. None for anything else."""
    return _parsed(text) if len(text) <= LONGEST else None


@lru_cache(KEPT)
def _parsed(text: str) -> Address | None:
    """Kept, as each request asks five times for that of its client."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


@dataclass(frozen=True, slots=True)
class TrustedProxies:
    """Networks of the proxies in front of the CMS, and the one header in which all of them name their clients: a proxy
    hands on other headers as clients made them up."""

    networks: tuple[Network, ...] = ()
    header: ForwardedHeader = "x-forwarded-for"

    @classmethod
    def named(cls, networks: str, header: ForwardedHeader = "x-forwarded-for") -> "TrustedProxies":
        """`networks` with commas between, such as `10.0.0.0/8, fd12:3456::/48`."""
        return cls(tuple(ip_network(one.strip()) for one in networks.split(",") if one.strip()), header)

    def trust(self, host: str) -> bool:
        address = parse_address(host)
        return address is not None and any(address in network for network in self.networks)

    def client(self, peer: str, headers: list[tuple[bytes, bytes]]) -> str:
        """The nearest address that is no trusted proxy: what stands farther away, anybody may have written."""
        client = peer
        for hop in reversed(self._hops(headers)):
            address = parse_address(hop)
            if not self.trust(client) or address is None:
                break
            client = str(address)
        return client

    def scheme(self, headers: list[tuple[bytes, bytes]]) -> str | None:
        """What the nearest proxy was asked by; None where it does not say."""
        if self.header == "forwarded":
            named = [_pair(element, "proto") for element in _list(headers, b"forwarded")]
        else:
            named = _list(headers, _PROTO)
        return named[-1] if named and named[-1] in ("http", "https") else None

    def _hops(self, headers: list[tuple[bytes, bytes]]) -> list[str]:
        elements = _list(headers, self.header.encode())
        return [_pair(element, "for") for element in elements] if self.header == "forwarded" else elements


class ForwardedClient:
    """The ASGI layer that puts the client behind trusted proxies at scope["client"]; other forwarding headers count for
    nothing."""

    def __init__(self, app: ASGIApp, proxies: TrustedProxies) -> None:
        self._app = app
        self._proxies = proxies
        self._has_warned = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope.get("client"):
            peer = scope["client"][0]
            if self._proxies.trust(peer):
                self._replace(scope, peer)
            elif not self._has_warned and _is_private(peer):
                self._warn_of_ignored(scope, peer)
        await self._app(scope, receive, send)

    def _replace(self, scope: Scope, peer: str) -> None:
        client = self._proxies.client(peer, scope["headers"])
        if client != peer:
            scope["client"] = (client, 0)
        scope["scheme"] = self._proxies.scheme(scope["headers"]) or scope["scheme"]

    def _warn_of_ignored(self, scope: Scope, peer: str) -> None:
        """A proxy that was not named looks like one client that does all there is to do."""
        if any(name in (b"forwarded", b"x-forwarded-for") for name, _value in scope["headers"]):
            self._has_warned = True
            log.warning("forwarding header ignored", peer=peer, remedy="name your proxy in CMS_TRUSTED_PROXIES")


def _is_private(peer: str) -> bool:
    address = parse_address(peer)
    return address is not None and address.is_private


def _list(headers: list[tuple[bytes, bytes]], wanted: bytes) -> list[str]:
    """The elements of all lines of a header, in their order. Commas in quotes separate too: no address has one."""
    lines = [value.decode("latin-1") for name, value in headers if name == wanted]
    return [element.strip() for element in ",".join(lines).split(",")] if lines else []


def _pair(element: str, wanted: str) -> str:
    """The value of one parameter of an element of `Forwarded` (RFC 7239), "" where it has none."""
    for pair in element.split(";"):
        name, _equals, value = pair.partition("=")
        if name.strip().lower() == wanted:
            return value.strip().strip('"')
    return ""
