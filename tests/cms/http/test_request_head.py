"""Heads that a proxy in front could read in another way than the server are refused, and nothing else is."""

import pytest

from tests.cms.http.clients import scene

CLOSE = b"Connection: close\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"


async def status_of(head: bytes, body: bytes = b"") -> int:
    async with scene() as server:
        answer = await server.ask(head + CLOSE + b"\r\n" + body)
    return int(answer.split(b" ")[1])


@pytest.mark.parametrize(
    "host",
    [b"a", b"cms.example.org", b"cms_app:8000", b"127.0.0.1:8000", b"[::1]", b"[2001:db8::1]:8000", b"  a  "],
)
async def test_a_request_names_its_server_once(host: bytes) -> None:
    assert await status_of(b"GET / HTTP/1.1\r\nHost:%b\r\n" % host) == 200


@pytest.mark.parametrize(
    "hosts",
    [
        b"",
        b"Host: a\r\nHost: a\r\n",
        b"Host: a\r\nHost: b\r\n",
        b"Host: a\r\nhOsT: b\r\n",
        b"Host:\r\n",
        b"Host: a b\r\n",
        b"Host: a, b\r\n",
        b"Host: a/b\r\n",
        b"Host: user@a\r\n",
        b"Host: a:port\r\n",
        b"Host: a:\r\n",
        b"Host: a<script>\r\n",
        b"Host: [::1\r\n",
        b"Host: \xc3\xa1\r\n",
        b"Host: http://a\r\n",
    ],
)
async def test_another_number_of_hosts_or_no_host_at_all_is_refused(hosts: bytes) -> None:
    assert await status_of(b"GET / HTTP/1.1\r\n" + hosts) == 400


async def test_http_1_0_may_do_without() -> None:
    assert await status_of(b"GET / HTTP/1.0\r\n") == 200
    assert await status_of(b"GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n") == 400


@pytest.mark.parametrize(
    ("target", "status"),
    [
        (b"http://a/", 200),
        (b"HTTP://A/", 200),
        (b"http://b/", 400),
        (b"http://a:81/", 400),
        (b"http://user@a/", 400),
        (b"*", 400),
        (b"a", 400),
        (b"/\xc3\xa1", 400),
    ],
)
async def test_the_address_asked_for_is_one_of_this_server(target: bytes, status: int) -> None:
    assert await status_of(b"GET %b HTTP/1.1\r\nHost: a\r\n" % target) == status


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (CHUNKED, 200),
        (b"Transfer-Encoding: Chunked\r\n", 200),
        (b"Content-Length: 5\r\n", 200),
        (b"Content-Length: 5\r\nContent-Length: 5\r\n", 400),
        (b"Content-Length: 5\r\nContent-Length: 6\r\n", 400),
        (b"Content-Length: 5, 5\r\n", 400),
        (b"Content-Length: +5\r\n", 400),
        (b"Content-Length: 5\r\n" + CHUNKED, 400),
        (CHUNKED + b"Content-Length: 5\r\n", 400),
        (CHUNKED + CHUNKED, 400),
        (b"Transfer-Encoding: chunked, identity\r\n", 400),
        (b"Transfer-Encoding: xchunked\r\n", 400),
        (b"Transfer-Encoding : chunked\r\n", 400),
        (b"Transfer-Encoding: gzip, chunked\r\n", 501),
    ],
)
async def test_a_body_has_one_length(lines: bytes, status: int) -> None:
    assert await status_of(b"POST / HTTP/1.1\r\nHost: a\r\n" + lines, b"0\r\n\r\n") == status


async def test_http_1_0_has_no_chunks() -> None:
    assert await status_of(b"POST / HTTP/1.0\r\nHost: a\r\n" + CHUNKED, b"0\r\n\r\n") == 400


@pytest.mark.parametrize("version", [b"0.9", b"2.0"])
async def test_other_versions_are_refused(version: bytes) -> None:
    assert await status_of(b"GET / HTTP/%b\r\nHost: a\r\n" % version) == 505
