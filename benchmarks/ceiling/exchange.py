"""What a client sends again and again, and what must come back each time."""

import re
import socket
from dataclasses import dataclass

from benchmarks.connection import HEAD_END, LENGTH, ServerError

RECEIVED_AT_ONCE = 1 << 20
TIMEOUT_SECONDS = 30.0
NO_BODY = (204, 304)
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
ETAG = re.compile(rb"\r\netag: *([^\r]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exchange:
    """`start` and `end`: of the answer as it comes over the wire; between them are fields such as the date, whose
    values change."""

    request: bytes
    start: bytes
    end: bytes

    def is_complete(self, received: bytes | bytearray) -> bool:
        return received.endswith(self.end)


def get(target: str, **fields: str) -> bytes:
    """A GET as a site's server sends it, with further header fields."""
    given = {"host": "127.0.0.1", "accept": "application/graphql-response+json", **fields}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items())
    return f"GET {target} HTTP/1.1\r\n{head}\r\n".encode()


def exchange(port: int, request: bytes, status: int = 200) -> Exchange:
    """With the answer that is given now. Raises ServerError for another status."""
    head, body = answer_to(port, request)
    if status_of(head) != status:
        raise ServerError(f"{head.splitlines()[0].decode()}: {body[:2000].decode(errors='replace')}")
    return Exchange(request, head.split(b"\r\n", 1)[0], HEAD_END + body)


def answer_to(port: int, request: bytes) -> tuple[bytes, bytes]:
    """(head, body), over a connection of its own."""
    with socket.create_connection(("127.0.0.1", port), TIMEOUT_SECONDS) as opened:
        opened.sendall(request)
        received = bytearray()
        while not (size := size_of(received)) or len(received) < size:
            more = opened.recv(RECEIVED_AT_ONCE)
            if not more:
                raise ServerError("The server closed the connection before its answer was whole.")
            received += more
    head, _, body = bytes(received).partition(HEAD_END)
    return head, body


def size_of(received: bytes | bytearray) -> int:
    """Bytes of the whole answer; 0 until its head is there."""
    end = received.find(HEAD_END)
    if end < 0:
        return 0
    length = LENGTH.search(received, 0, end + 2)
    is_empty = status_of(received) in NO_BODY or not length
    return end + len(HEAD_END) + (0 if is_empty or not length else int(length[1]))


def status_of(received: bytes | bytearray) -> int:
    found = STATUS.match(received)
    return int(found[1]) if found else 0


def etag_of(head: bytes) -> str:
    """Empty where there is none."""
    found = ETAG.search(head)
    return found[1].decode().strip() if found else ""
