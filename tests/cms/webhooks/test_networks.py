"""Which addresses webhooks may reach."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.webhooks.networks import allowed_networks, is_reachable

PUBLIC = ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
NOT_PUBLIC = {
    "loopback": "127.0.0.1",
    "all of loopback": "127.255.255.254",
    "loopback in IPv6": "::1",
    "private 10": "10.0.0.1",
    "private 172": "172.31.255.255",
    "private 192": "192.168.1.1",
    "link-local": "169.254.1.1",
    "metadata": "169.254.169.254",
    "metadata of Alibaba, carrier-grade NAT": "100.100.100.200",
    "metadata of Oracle": "192.0.0.192",
    "metadata of AWS in IPv6": "fd00:ec2::254",
    "agent of Azure": "168.63.129.16",
    "carrier-grade NAT": "100.64.0.1",
    "this network": "0.0.0.0",
    "this network, any": "0.1.2.3",
    "multicast": "224.0.0.1",
    "multicast in IPv6": "ff02::1",
    "global multicast in IPv6": "ff0e::1",
    "broadcast": "255.255.255.255",
    "reserved": "240.0.0.1",
    "documentation": "192.0.2.1",
    "documentation in IPv6": "2001:db8::1",
    "benchmarks": "198.18.0.1",
    "unspecified in IPv6": "::",
    "unique local": "fc00::1",
    "link-local in IPv6": "fe80::1",
    "link-local with a zone": "fe80::1%eth0",
    "site-local": "fec0::1",
    "mapped loopback": "::ffff:127.0.0.1",
    "mapped private": "::ffff:10.0.0.1",
    "mapped, in hexadecimal": "::ffff:7f00:1",
    "compatible loopback": "::127.0.0.1",
    "NAT64 of loopback": "64:ff9b::7f00:1",
    "NAT64 of a private one": "64:ff9b::a00:1",
    "NAT64 of one's own": "64:ff9b:1::1",
    "6to4 of a private one": "2002:a00:1::1",
    "Teredo to a private one": "2001:0:a00:1::1",
}


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_reached(address: str) -> None:
    assert is_reachable(address, ())


@pytest.mark.parametrize("address", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
def test_others_are_not(address: str) -> None:
    assert not is_reachable(address, ())


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "1.1.1.1\n"])
def test_what_is_no_address_is_not_reached(text: str) -> None:
    assert not is_reachable(text, allowed_networks("0.0.0.0/0"))


def test_a_setting_allows_networks_and_no_others() -> None:
    allowed = allowed_networks("10.1.0.0/16, fd12:3456::/48 ,127.0.0.1")

    assert is_reachable("10.1.200.3", allowed)
    assert is_reachable("::ffff:10.1.0.1", allowed)
    assert is_reachable("fd12:3456::9", allowed)
    assert is_reachable("127.0.0.1", allowed)
    assert is_reachable("1.1.1.1", allowed)
    assert not is_reachable("10.2.0.1", allowed)
    assert not is_reachable("127.0.0.2", allowed)
    assert not is_reachable("fd12:3457::1", allowed)


@given(st.ip_addresses(v=4))
def test_writing_an_address_in_ipv6_changes_nothing(address: IPv4Address) -> None:
    assert is_reachable(f"::ffff:{address}", ()) == is_reachable(str(address), ())


@given(st.ip_addresses(v=6))
def test_nothing_that_leads_to_a_refused_address_is_reached(address: IPv6Address) -> None:
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]

    if is_reachable(str(address), ()):
        assert all(is_reachable(str(one), ()) for one in inner if one)
        assert ip_address(address).is_global
