"""Which addresses webhooks may reach: the public internet, and what the settings allow besides."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network

NAT64 = IPv6Network("64:ff9b::/96")
IPV4_COMPATIBLE = IPv6Network("::/96")
REFUSED = (
    IPv4Network("192.0.0.0/24"),  # of protocols, with the metadata of Oracle's cloud
    IPv4Network("168.63.129.16/32"),  # the host's agent on Azure, though a public address
    IPv4Network("192.88.99.0/24"),  # relays of 6to4, given up
    IPv6Network("64:ff9b:1::/48"),  # translation to a network of one's own
    IPv6Network("fec0::/10"),  # site-local, given up
    IPv6Network("5f00::/16"),  # segment routing
    IPv6Network("3fff::/20"),  # of documentation; older releases of Python take it for public
    IPv6Network("2001::/23"),  # of protocols, some of which newer releases take for public; Teredo carries another
)


def allowed_networks(text: str) -> tuple[Network, ...]:
    """Of the setting, networks with commas between. Raises ValueError."""
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


def is_reachable(address: str, allowed: Sequence[Network]) -> bool:
    """Whether a webhook may be sent there. An address that carries another one stands for both."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(any(one in network for network in allowed) or _is_public(one) for one in _meant(parsed))


def _is_public(address: Address) -> bool:
    return (
        address.is_global
        and not (address.is_multicast or address.is_reserved or address.is_unspecified)
        and not any(address in network for network in REFUSED)
    )


def _meant(address: Address) -> list[Address]:
    """The address, or the IPv4 address that it is a way to write, or both where it only leads there."""
    if isinstance(address, IPv4Address):
        return [address]
    last = IPv4Address(int(address) & 0xFFFF_FFFF)
    if address.ipv4_mapped or address in NAT64:
        return [last]
    inner = [address.sixtofour, *(address.teredo or ()), last if address in IPV4_COMPATIBLE else None]
    return [address, *(one for one in inner if one)]
