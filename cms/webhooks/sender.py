"""One request to a receiver: what was sent where and what came back, bounded in time and size."""

import asyncio
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import certifi
import httpcore
import httpx

from cms.webhooks.guarded_network import AddressRefused, GuardedNetwork

KEPT_BYTES = 2_000
CONNECT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is None when no answer came, and `error` says why; `text`: the first 2,000 bytes of what came."""

    status: int | None
    text: str
    error: str | None
    milliseconds: int

    @property
    def is_success(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


async def send(network: GuardedNetwork, url: str, body: bytes, headers: Mapping[str, str], seconds: float) -> Answer:
    """A POST. No redirect is followed, no proxy of the environment used; whatever goes wrong is in the answer."""
    started = time.perf_counter()
    received = _Received()
    try:
        async with asyncio.timeout(seconds):
            await _exchange(network, url, body, headers, seconds, received)
        error = None
    except (TimeoutError, httpcore.TimeoutException):
        error = f"no complete answer within {seconds:g} s"
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.InvalidURL, AddressRefused, ssl.SSLError) as failure:
        error = str(failure) or type(failure).__name__
    milliseconds = round((time.perf_counter() - started) * 1000)
    return Answer(received.status, received.text, error, milliseconds)


class _Received:
    """What has come so far, kept when the rest does not come."""

    def __init__(self) -> None:
        self.status: int | None = None
        self.body = b""

    @property
    def text(self) -> str:
        return self.body[:KEPT_BYTES].decode("utf-8", "replace").replace("\0", "�")


async def _exchange(
    network: GuardedNetwork,
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    seconds: float,
    received: _Received,
) -> None:
    target = httpx.URL(url)
    where = httpcore.URL(
        scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path or b"/"
    )
    times = {"connect": min(CONNECT_SECONDS, seconds), "read": seconds, "write": seconds, "pool": seconds}
    fields = [("host", target.netloc.decode("ascii")), *headers.items(), ("content-length", str(len(body)))]
    async with (
        httpcore.AsyncConnectionPool(ssl_context=_tls(), max_connections=1, network_backend=network) as pool,
        pool.stream("POST", where, headers=fields, content=body, extensions={"timeout": times}) as response,
    ):
        received.status = response.status
        async for chunk in response.aiter_stream():
            received.body += chunk[: KEPT_BYTES - len(received.body)]
            if len(received.body) >= KEPT_BYTES:
                break


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())
