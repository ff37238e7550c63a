"""An answer that is ready as a whole comes over the wire as the same answer in the server's usual messages does."""

import asyncio
from urllib.parse import urlsplit

import pytest
from starlette.types import Receive, Scope, Send

from cms.http.cache.stored_answer import NO_BODY, ready_start
from cms.http.connection import ConnectionLimits, connections
from cms.http.pieces import InPieces
from cms.http.ready_answer import READY, head_of, takes_ready
from tests.cms.http.served import served

BODY = b"page" * 500
FIELDS = [(b"etag", b'"a"'), (b"vary", b"accept"), (b"content-length", b"2000")]
ANSWERS = {
    "page": (ready_start(200, FIELDS), {"type": "http.response.body", "body": BODY}),
    "unchanged": (ready_start(304, FIELDS[:2]), NO_BODY),
}


async def both(scope: Scope, receive: Receive, send: Send) -> None:
    """`/ready/page` and `/usual/page` answer the same in the one way and in the other."""
    _, way, name = scope["path"].split("/")
    start, end = ANSWERS[name]
    body = b"" if scope["method"] == "HEAD" else end["body"]
    if way == "ready":
        assert takes_ready(scope)
        await send({"type": READY, "head": start["head"], "body": body})
    else:
        await send(start)
        await send({**end, "body": body})


async def wire(*requests: bytes) -> bytes:
    """All that comes back until the server closes the connection, without the date and in a fixed order of fields."""
    async with served(InPieces(both), connections(ConnectionLimits())) as origin:
        reader, writer = await asyncio.open_connection(urlsplit(origin).hostname, urlsplit(origin).port)
        writer.write(b"".join(requests))
        async with asyncio.timeout(10):
            answer = await reader.read()
        writer.close()
    return answer


def parts(answer: bytes) -> list[list[bytes] | bytes]:
    """Heads as lists of lines without the date, and what is between them."""
    found: list[list[bytes] | bytes] = []
    for block in answer.split(b"\r\n\r\n"):
        first, *lines = block.split(b"\r\n")
        dated = [line for line in lines if not line.startswith(b"date: ")]
        found.append([first, *sorted(dated)] if lines else block)
        assert len(lines) - len(dated) == bool(lines)
    return found


def get(way: str, name: str, method: str = "GET", version: str = "1.1", *fields: str) -> bytes:
    return "\r\n".join([f"{method} /{way}/{name} HTTP/{version}", "Host: a", *fields, "", ""]).encode()


CLOSE = "Connection: close"


@pytest.mark.parametrize("name", ["page", "unchanged"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("end", [("1.1", CLOSE), ("1.0",)], ids=["asked to close", "HTTP/1.0"])
async def test_it_is_the_same_answer(name: str, method: str, end: tuple[str, ...]) -> None:
    ready, usual = [await wire(get(way, name, method, *end)) for way in ("ready", "usual")]

    assert parts(ready) == parts(usual)
    assert (BODY in ready) == (name == "page" and method == "GET")
    assert b"\r\nconnection: close\r\n" in ready


async def test_answers_follow_each_other_on_one_connection() -> None:
    asked = [
        get("ready", "page"),
        get("usual", "page"),
        get("ready", "unchanged"),
        get("ready", "page", "GET", "1.1", CLOSE),
    ]

    answer = await wire(*asked)

    assert answer.count(b"HTTP/1.1 200 OK\r\n") == 3 == answer.count(BODY)
    assert answer.count(b"HTTP/1.1 304 Not Modified\r\n") == 1 == answer.count(b"connection: close")


@pytest.mark.parametrize(
    "field",
    [(b"x", b"a\r\nset-cookie: b"), (b"x\r\ny", b"a"), (b"transfer-encoding", b"chunked"), (b"connection", b"close")],
)
def test_what_is_no_field_of_a_kept_answer_gets_into_no_head(field: tuple[bytes, bytes]) -> None:
    with pytest.raises(ValueError, match="no header field"):
        head_of(200, [field])


async def test_another_server_gets_the_usual_messages() -> None:
    assert not takes_ready({"type": "http"})
    assert not takes_ready({"type": "http", "extensions": {"http.response.push": {}}})
