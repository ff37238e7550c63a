"""What is wrong with the head of a request, beyond what the parser refuses: what a proxy in front could read in another
way than we do (RFC 9110, 9112)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_HOST = re.compile(rb"(?:[A-Za-z0-9._~-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_ABSOLUTE = re.compile(rb"https?://([^/?#]*)", re.IGNORECASE)


class Fault(NamedTuple):
    status: int
    text: str


_VERSION = Fault(505, "Ask by HTTP/1.1 or HTTP/1.0.")
_NO_HOST = Fault(400, "Send one Host header, with the name of this server.")
_HOSTS = Fault(400, "Send one Host header, not several.")
_BAD_HOST = Fault(400, "The Host header is no name or address with a port.")
_OTHER_HOST = Fault(400, "The address that is asked for and the Host header name different servers.")
_ASTERISK = Fault(400, "Ask for an address that begins with /.")
_CODING = Fault(501, "Send the body as it is or in chunks, in no other Transfer-Encoding.")
_OLD_CODING = Fault(400, "HTTP/1.0 has no Transfer-Encoding. Send a Content-Length.")


def fault_of_head(version: str, method: bytes, target: bytes, headers: Sequence[tuple[bytes, bytes]]) -> Fault | None:
    """`version` without "HTTP/"; names of headers in lower case."""
    if version not in ("1.0", "1.1"):
        return _VERSION
    return (
        _fault_of_target(method, target) or _fault_of_host(version, target, headers) or _fault_of_body(version, headers)
    )


def _fault_of_target(method: bytes, target: bytes) -> Fault | None:
    return _ASTERISK if target == b"*" and method != b"OPTIONS" else None


def _fault_of_host(version: str, target: bytes, headers: Sequence[tuple[bytes, bytes]]) -> Fault | None:
    hosts = [value.strip() for name, value in headers if name == b"host"]
    if not hosts:
        return None if version == "1.0" else _NO_HOST
    if len(hosts) > 1:
        return _HOSTS
    if not _HOST.fullmatch(hosts[0]):
        return _BAD_HOST
    absolute = _ABSOLUTE.match(target)
    return _OTHER_HOST if absolute and absolute[1].lower() != hosts[0].lower() else None


def _fault_of_body(version: str, headers: Sequence[tuple[bytes, bytes]]) -> Fault | None:
    codings = [value.strip().lower() for name, value in headers if name == b"transfer-encoding"]
    if codings and version == "1.0":
        return _OLD_CODING
    return _CODING if codings not in ([], [b"chunked"]) else None
