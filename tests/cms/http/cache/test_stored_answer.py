"""An answer that is sent again and again, by the rules of RFC 9110."""

import gzip
from typing import Any

import brotli
import pytest
import zstandard

from cms.http.cache.stored_answer import Messages, StoredAnswer, send_now, store

TYPE = (b"content-type", b"application/json; charset=utf-8")
OTHERS = [(b"cache-control", b"public, max-age=0"), (b"vary", b"Accept-Encoding"), (b"cache-tag", b"item:7")]
BODY = b'{"data": "' + b"Clusters meet regions. " * 100 + b'"}'
UNPACK = {b"br": brotli.decompress, b"zstd": zstandard.decompress, b"gzip": gzip.decompress}


def answer(body: bytes = BODY, content_type: tuple[bytes, bytes] = TYPE) -> StoredAnswer:
    return store([content_type, *OTHERS], body, None)


async def compressed_answer() -> StoredAnswer:
    made = answer()
    for coding in UNPACK:
        await made.make(coding)
    return made


def headers(messages: Messages) -> dict[bytes, bytes]:
    listed = messages[0]["headers"]
    found = dict(listed)
    assert len(found) == len(listed), "a header is sent twice"
    return found


def tag_of(made: StoredAnswer) -> bytes:
    return headers(made.messages({}, "GET"))[b"etag"]


def seen(messages: Messages) -> tuple[int, bytes, bytes]:
    """Status, tag and body."""
    return messages[0]["status"], headers(messages).get(b"etag", b""), messages[1]["body"]


def test_the_tag_is_the_same_for_the_same_bytes_and_another_one_for_others() -> None:
    plain_text = (b"content-type", b"text/plain")
    tags = [tag_of(one) for one in (answer(), answer(), answer(BODY + b" "), answer(content_type=plain_text))]

    assert tags[0] == tags[1] and len(set(tags)) == 3
    assert tags[0].startswith(b'"') and tags[0].endswith(b'"'), "strong"


@pytest.mark.parametrize("coding", UNPACK)
async def test_each_coding_has_a_tag_and_a_length_of_its_own(coding: bytes) -> None:
    made = await compressed_answer()
    plain, packed = made.messages({}, "GET"), made.messages({b"accept-encoding": coding}, "GET")

    assert UNPACK[coding](packed[1]["body"]) == plain[1]["body"] == BODY
    assert headers(packed)[b"content-encoding"] == coding and b"content-encoding" not in headers(plain)
    assert headers(packed)[b"content-length"] == str(len(packed[1]["body"])).encode()
    assert headers(packed)[b"etag"] == headers(plain)[b"etag"][:-1] + b"-" + coding + b'"'


async def test_until_a_coding_is_made_the_client_gets_what_there_is() -> None:
    made, browser = answer(), {b"accept-encoding": b"gzip, br"}
    assert b"content-encoding" not in headers(made.messages(browser, "GET"))
    before = made.size

    lacking = made.lacking(browser)
    assert lacking == b"br"
    await made.make(lacking)
    await made.make(lacking)

    assert headers(made.messages(browser, "GET"))[b"content-encoding"] == b"br"
    assert made.size == before + len(made.messages(browser, "GET")[1]["body"]), "it is counted once"
    assert made.lacking(browser) is None


def test_a_tiny_body_is_not_compressed_unless_identity_is_refused() -> None:
    tiny = answer(b'{"data": null}')

    assert tiny.lacking({b"accept-encoding": b"br"}) is None
    assert tiny.lacking({b"accept-encoding": b"br, identity;q=0"}) == b"br"
    assert not tiny.is_ready({b"accept-encoding": b"br, identity;q=0"})


def test_who_takes_no_coding_at_all_gets_406() -> None:
    refused = answer().messages({b"accept-encoding": b"identity;q=0"}, "GET")

    assert seen(refused)[0] == 406 and b"identity" in refused[1]["body"]
    assert headers(refused)[b"cache-control"] == b"no-store"
    assert seen(answer().messages({b"accept-encoding": b"identity;q=0"}, "HEAD"))[2] == b""


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("wrap", [b"%b", b"W/%b", b'"other", %b'])
def test_who_has_it_gets_304_without_a_body(method: str, wrap: bytes) -> None:
    made = answer()
    tag = tag_of(made)

    again = made.messages({b"if-none-match": wrap % tag}, method)

    assert seen(again) == (304, tag, b"")
    assert headers(again) == dict(OTHERS) | {b"etag": tag}, "what a 200 would say of caching, and nothing of a content"


async def test_who_has_one_of_the_codings_that_he_takes_has_it() -> None:
    """Also one that this process has not made, or would not choose."""
    stem, browser = tag_of(answer())[:-1], {b"accept-encoding": b"gzip, br"}

    for made in (answer(), await compressed_answer()):
        for held in (stem + b'"', stem + b'-br"', stem + b'-gzip"'):
            assert seen(made.messages({**browser, b"if-none-match": held}, "GET")) == (304, held, b"")


async def test_who_has_a_coding_that_he_does_not_take_gets_the_whole() -> None:
    made = await compressed_answer()
    asked = {b"accept-encoding": b"gzip", b"if-none-match": tag_of(made)[:-1] + b'-br"'}

    assert made.messages(asked, "GET")[0]["status"] == 200


def test_whatever_there_is_is_held_by_who_asks_with_a_star() -> None:
    assert answer().messages({b"if-none-match": b"*"}, "GET")[0]["status"] == 304


def test_post_knows_no_conditions() -> None:
    made = answer()

    for condition in ({b"if-none-match": b"*"}, {b"if-match": b'"other"'}):
        assert made.messages(condition, "POST") == made.messages({}, "GET")


def test_who_wants_another_one_or_nothing_gets_412() -> None:
    made = answer()
    tag = tag_of(made)

    assert seen(made.messages({b"if-match": b'"other"', b"if-none-match": tag}, "GET"))[0] == 412
    assert seen(made.messages({b"if-match": tag}, "GET"))[0] == 200
    assert seen(made.messages({b"if-match": tag, b"if-none-match": tag}, "GET"))[0] == 304


def test_dates_decide_nothing_as_no_answer_has_one() -> None:
    later, earlier = b"Mon, 30 Nov 2099 10:00:00 GMT", b"Mon, 30 Nov 1999 10:00:00 GMT"

    assert answer().messages({b"if-modified-since": later, b"if-unmodified-since": earlier}, "GET")[0]["status"] == 200


def test_a_range_of_it_is_the_whole() -> None:
    assert answer().messages({b"range": b"bytes=0-9"}, "GET") == answer().messages({}, "GET")


def test_head_is_get_without_the_body() -> None:
    get, head = answer().messages({}, "GET"), answer().messages({}, "HEAD")

    assert head[0] == get[0] and head[1]["body"] == b""


async def test_whom_nobody_keeps_it_for_gets_it_compressed_at_once() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    await send_now(answer(), {b"accept-encoding": b"zstd, identity;q=0"}, "GET", send)

    assert zstandard.decompress(sent[1]["body"]) == BODY
