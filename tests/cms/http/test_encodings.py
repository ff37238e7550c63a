"""Content codings as RFC 9110, section 12.5.3, has them chosen."""

import gzip
from collections.abc import Callable

import brotli
import pytest
import time_machine
import zstandard

from cms.http import encodings
from cms.http.encodings import COMPRESS, codings_taken, compressed

BODY = b'{"title": "Clusters meet regions"}' * 100


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, "identity"),
        (b"", "identity"),
        (b"gzip", "gzip identity"),
        (b"gzip, deflate, br, zstd", "br zstd gzip identity"),
        (b"GZip", "gzip identity"),
        (b"x-gzip", "gzip identity"),
        (b"br;q=0.5, gzip;q=0.9", "gzip br identity"),
        (b"br ; q=0.5 , gzip ; Q=0.9", "gzip br identity"),
        (b"gzip;q=0.5, identity;q=1", "identity gzip"),
        (b"gzip, br;q=0", "gzip identity"),
        (b"*", "br zstd gzip identity"),
        (b"*;q=0.2, zstd", "zstd br gzip identity"),
        (b"gzip, *;q=0", "gzip"),
        (b"gzip, identity;q=0", "gzip"),
        (b"*;q=0, identity", "identity"),
        (b"deflate, compress", "identity"),
        (b"identity;q=0", ""),
        (b"deflate, identity;q=0", ""),
        (b"*;q=0", ""),
        (b"br;q=2, zstd;q=-1, gzip;q=nan", "identity"),
        (b",,;q=1, gzip", "gzip identity"),
        (b"\xff\xfe, br", "br identity"),
    ],
)
def test_what_the_client_likes_most_comes_first(header: bytes | None, expected: str) -> None:
    assert b" ".join(codings_taken(header)).decode() == expected


def test_a_header_that_names_thousands_of_codings_is_not_read() -> None:
    before = encodings._taken.cache_info().currsize

    assert codings_taken(b"x," * 20_000 + b"br") == (b"identity",)
    assert encodings._taken.cache_info().currsize == before


@pytest.mark.parametrize(
    ("coding", "unpack"), [(b"br", brotli.decompress), (b"zstd", zstandard.decompress), (b"gzip", gzip.decompress)]
)
async def test_a_coding_is_the_same_body_in_fewer_and_always_the_same_bytes(
    coding: bytes, unpack: Callable[[bytes], bytes]
) -> None:
    packed = await compressed(BODY, coding)

    assert unpack(packed) == BODY
    assert len(packed) < len(BODY) / 10
    with time_machine.travel("2030-01-01"):
        assert packed == await compressed(BODY, coding)
    assert coding in COMPRESS
