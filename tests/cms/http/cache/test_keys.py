"""Requests that ask for the same have one key, and others never."""

from hashlib import sha256
from typing import Any

import pytest

from cms.http.cache.keys import LONGEST_QUERY, canonical_key, raw_key_of_body, raw_key_of_url
from cms.kernel.graphql_request import GraphQLRequest

TEXT = "query A($a: Int, $b: Int) { x(a: $a, b: $b) } query B { y }"
HASH = sha256(TEXT.encode()).hexdigest()
JSON = b"application/json; charset=utf-8"


def key(text: str = TEXT, content_type: bytes = JSON, **others: Any) -> bytes | None:
    return canonical_key(GraphQLRequest(text, **others), content_type)


SAME = [
    ({"variables": {"a": 1, "b": 2}}, {"variables": {"b": 2, "a": 1}}),
    ({"variables": None}, {"variables": {}}),
    ({}, {"read_only": True}),
    ({}, {"text": "", "document_hash": HASH}),
    ({}, {"document_hash": HASH, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": HASH}}}),
]
OTHER = [
    {"operation_name": "A"},
    {"variables": {"a": 1}},
    {"variables": {"a": 1.0}},
    {"variables": {"a": "1"}},
    {"variables": {"a": None}},
    {"extensions": {"cacheTags": True}},
    {"content_type": b"application/graphql-response+json; charset=utf-8"},
    {"text": TEXT + " "},
    {"text": ""},
    {"text": "", "operation_name": TEXT},
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_is_one_key(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert key(**one) == key(**other) is not None


def test_whatever_changes_an_answer_makes_another_key() -> None:
    keys = [key(), *(key(**one) for one in OTHER)]
    assert len(set(keys)) == len(keys)


def test_a_hash_of_another_text_has_no_key() -> None:
    assert key(document_hash=sha256(b"{ another }").hexdigest()) is None


def test_a_raw_key_differs_by_method_query_body_and_media_types() -> None:
    accept, kind = {b"accept": b"text/html"}, {b"content-type": b"application/json"}
    long = b"q" * (LONGEST_QUERY + 1)
    keys = [
        raw_key_of_url(b"query={a}", {}),
        raw_key_of_url(b"query={b}", {}),
        raw_key_of_url(b"query={a}", accept),
        raw_key_of_url(long, {}),
        raw_key_of_url(long + b"q", {}),
        raw_key_of_body(b"query={a}", {}),
        raw_key_of_body(b"query={a}", accept),
        raw_key_of_body(b"query={a}", kind),
    ]
    assert len(set(keys)) == len(keys)
    assert sum(map(len, raw_key_of_url(long, {}))) < 100, "what is long is kept by its digest"


def test_a_key_is_small_however_long_what_the_client_writes() -> None:
    fields = {b"accept": b"a" * 60_000, b"content-type": b"c" * 60_000}

    for key_of_request in (raw_key_of_url(b"q" * 16_000, fields), raw_key_of_body(b"b" * 60_000, fields)):
        assert sum(map(len, key_of_request)) < 200
    assert raw_key_of_url(b"", fields) != raw_key_of_url(b"", {b"accept": b"a" * 60_001})
