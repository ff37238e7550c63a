"""Behind a trusted proxy the forwarded address counts; what anybody else writes into headers counts for nothing."""

from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from cms.http.client_address import ForwardedClient, TrustedProxies, network_of, network_of_host

PROXIES = "127.0.0.1, 10.1.0.0/16, fd12:3456::/48"


async def seen(proxies: TrustedProxies, peer: str, *headers: tuple[str, str]) -> Any:
    """(network, scheme) as the application sees them."""
    found: list[Any] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        found.append((network_of(Request(scope)), scope["scheme"]))

    raw = [(name.encode(), value.encode()) for name, value in headers]
    scope = {"type": "http", "client": (peer, 5), "scheme": "http", "headers": raw, "path": "/"}
    await ForwardedClient(app, proxies)(scope, None, None)  # pyright: ignore[reportArgumentType]
    return found[0]


@pytest.mark.parametrize(
    ("peer", "header", "network"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("::ffff:127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7, 10.1.2.3", "203.0.113.7"),
        ("fd12:3456::9", "2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("127.0.0.1", "[2001:db8:1:2::4]:443", "2001:db8:1:2::/64"),
        ("127.0.0.1", "203.0.113.7:4711", "203.0.113.7"),
        ("127.0.0.1", "10.1.0.1, 10.1.0.2", "10.1.0.1"),
        ("127.0.0.1", "203.0.113.7, unknown", "127.0.0.1"),
        ("127.0.0.1", f"fe80::1%{'z' * 56}", "fe80::/64"),
        ("127.0.0.1", f"fe80::1%{'z' * 57}", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.2", "203.0.113.7", "127.0.0.2"),
        ("192.0.2.1", "203.0.113.7, 127.0.0.1", "192.0.2.1"),
    ],
)
async def test_the_nearest_address_that_is_no_trusted_proxy_counts(peer: str, header: str, network: str) -> None:
    assert (await seen(TrustedProxies.named(PROXIES), peer, ("x-forwarded-for", header)))[0] == network


async def test_several_lines_of_the_header_are_one_list() -> None:
    lines = (("x-forwarded-for", "198.51.100.1"), ("x-forwarded-for", "203.0.113.7"))

    assert (await seen(TrustedProxies.named(PROXIES), "127.0.0.1", *lines))[0] == "203.0.113.7"


@pytest.mark.parametrize(
    ("header", "network"),
    [
        ("for=203.0.113.7;proto=https;by=10.1.0.1", "203.0.113.7"),
        ('For="[2001:db8:1:2::4]:80"', "2001:db8:1:2::/64"),
        ("for=198.51.100.1, for=203.0.113.7", "203.0.113.7"),
        ('for=198.51.100.1, for="203.0.113.7:80", for=10.1.0.1', "203.0.113.7"),
        ('for="198.51.100.1, for="203.0.113.7"', "203.0.113.7"),
        ("for=203.0.113.7, for=_hidden", "127.0.0.1"),
        ("for=203.0.113.7, proto=https", "127.0.0.1"),
    ],
)
async def test_the_standard_header_is_read_where_it_is_chosen(header: str, network: str) -> None:
    proxies = TrustedProxies.named(PROXIES, "forwarded")

    assert (await seen(proxies, "127.0.0.1", ("forwarded", header)))[0] == network


async def test_the_header_that_was_not_chosen_counts_for_nothing() -> None:
    """A proxy that writes one of them hands on the other as the client made it up."""
    for chosen, other in (("x-forwarded-for", ("forwarded", "for=198.51.100.1")), ("forwarded", _XFF)):
        proxies = TrustedProxies.named(PROXIES, chosen)  # pyright: ignore[reportArgumentType]

        assert (await seen(proxies, "127.0.0.1", other))[0] == "127.0.0.1"


_XFF = ("x-forwarded-for", "198.51.100.1")


async def test_nobody_is_trusted_unless_named() -> None:
    assert await seen(TrustedProxies(), "127.0.0.1", _XFF, ("x-forwarded-proto", "https")) == ("127.0.0.1", "http")


async def test_a_trusted_proxy_says_what_it_was_asked_by() -> None:
    assert await seen(TrustedProxies.named(PROXIES), "127.0.0.1", _XFF, ("x-forwarded-proto", "https")) == (
        "198.51.100.1",
        "https",
    )


def test_a_person_has_a_whole_64_of_ipv6() -> None:
    assert network_of_host("2001:db8:1:2:3:4:5:6") == network_of_host("2001:db8:1:2::1") == "2001:db8:1:2::/64"
    assert network_of_host("::ffff:192.0.2.1") == "192.0.2.1"
