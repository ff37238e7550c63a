"""What an address of a webhook may look like; where it leads is checked when it is connected to."""

import re
from collections.abc import Sequence
from ipaddress import ip_address

import httpx

from cms.kernel.errors import Problem
from cms.webhooks.networks import Network, is_reachable

LONGEST = 2_000
LOWEST_OTHER_PORT = 1024
WELL_KNOWN_PORTS = (80, 443)
HOST = re.compile(rb"[a-z0-9_]([a-z0-9._-]*[a-z0-9_])?\.?|[0-9a-f:.]+", re.IGNORECASE)
NUMERIC = re.compile(r"(?:\d+|0x[0-9a-f]*)", re.IGNORECASE)


def url_problems(text: str, allowed: Sequence[Network]) -> list[Problem]:
    """At most one, with the field `url`."""
    found = _wrong(text, allowed)
    return [Problem("url", *found)] if found else []


def _wrong(text: str, allowed: Sequence[Network]) -> tuple[str, str] | None:
    if len(text) > LONGEST:
        return "TOO_LONG", f"An address has at most {LONGEST} characters."
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError, UnicodeError):
        url = None
    if url is None or url.scheme not in ("http", "https") or not HOST.fullmatch(url.raw_host):
        return "NOT_A_URL", "Give an address such as https://www.example.org/hooks/cms."
    if url.userinfo:
        return "HAS_CREDENTIALS", "Leave name and password out: each request is signed with the secret instead."
    if url.fragment:
        return "HAS_FRAGMENT", "Leave out what follows #: it is never sent."
    if not (url.port in (None, *WELL_KNOWN_PORTS) or LOWEST_OTHER_PORT <= (url.port or 0) <= 65_535):
        return "PORT_NOT_ALLOWED", f"Use port 80, 443, or one from {LOWEST_OTHER_PORT} on."
    return _wrong_host(url.host, allowed)


def _wrong_host(host: str, allowed: Sequence[Network]) -> tuple[str, str] | None:
    try:
        address = str(ip_address(host))
    except ValueError:
        last = host.rstrip(".").rpartition(".")[2]
        if NUMERIC.fullmatch(last):  # what old resolvers take for an address: 2130706433, 0x7f.1, 0177.0.0.1
            return "NOT_A_URL", "Write the name of the host, or its address like 192.0.2.1."
        return None
    if not is_reachable(address, allowed):
        return "NOT_ALLOWED", f"{address} is no public address; CMS_WEBHOOK_ALLOWED_NETWORKS can allow it."
    return None
