"""Which content codings a client takes, and how bodies get them (RFC 9110, sections 8.4.1 and 12.5.3)."""

import asyncio
import gzip
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import brotli
import zstandard

from cms.http.media_types import weight

IDENTITY = b"identity"
SMALLEST_COMPRESSED = 1024
"""Bytes. What is smaller fits one packet anyway."""
MAX_FIELD_BYTES = 1000
"""Of a header. Clients name five codings; in a longer one nothing is looked up."""


def _brotli(body: bytes) -> bytes:
    """Above quality 5 it takes ten to a hundred times as long for some percent."""
    return brotli.compress(body, mode=brotli.MODE_TEXT, quality=5)


def _zstd(body: bytes) -> bytes:
    return zstandard.compress(body, 3)


def _gzip(body: bytes) -> bytes:
    """Without the time, so that equal bodies have equal bytes, as their tag says."""
    return gzip.compress(body, 6, mtime=0)


COMPRESS: dict[bytes, Callable[[bytes], bytes]] = {b"br": _brotli, b"zstd": _zstd, b"gzip": _gzip}
"""By name, and the first is ours where the client likes several equally."""
_ALIASES = {b"x-gzip": b"gzip"}
_threads = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="compression")


async def compressed(body: bytes, coding: bytes) -> bytes:
    """Beside the event loop, which would stand still for a large body."""
    return await asyncio.get_running_loop().run_in_executor(_threads, COMPRESS[coding], body)


def codings_taken(accept_encoding: bytes | None) -> tuple[bytes, ...]:
    """Of ours and identity those that the client takes, the one it likes most first; empty: none of them.

    Without the header anything may be sent; identity is what every client understands.
    """
    if accept_encoding is None or len(accept_encoding) > MAX_FIELD_BYTES:
        return (IDENTITY,)
    return _taken(accept_encoding)


@lru_cache(maxsize=256)
def _taken(accept_encoding: bytes) -> tuple[bytes, ...]:
    weights = _weights(accept_encoding)
    other = weights.get(b"*", 0.0)
    ours = {coding: weights.get(coding, other) for coding in COMPRESS}
    if b"*" in weights:
        ours[IDENTITY] = weights.get(IDENTITY, other)
    else:  # it is taken unless it is refused, but who names others would rather have those
        ours[IDENTITY] = weights.get(IDENTITY, min([value for value in ours.values() if value > 0], default=1.0))
    return tuple(sorted((coding for coding in ours if ours[coding] > 0), key=lambda coding: -ours[coding]))


def _weights(accept_encoding: bytes) -> dict[bytes, float]:
    weights: dict[bytes, float] = {}
    for item in accept_encoding.lower().split(b","):
        name, _, parameter = item.partition(b";")
        key, _, value = parameter.partition(b"=")
        coding = _ALIASES.get(name.strip(), name.strip())
        if coding:
            weights[coding] = weight(value.strip().decode("latin-1")) if key.strip() == b"q" else 1.0
    return weights
