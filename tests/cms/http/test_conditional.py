"""Conditions on entity tags as RFC 9110, section 13.1, has them."""

import pytest

from cms.http.conditional import MAX_TAGS, held_tag, is_another

TAGS = (b'"a-br"', b'"a"')


@pytest.mark.parametrize(
    ("header", "held"),
    [
        (b'"a"', b'"a"'),
        (b'W/"a"', b'"a"'),
        (b'"b" , W/"a"', b'"a"'),
        (b'"b",,"a-br"', b'"a-br"'),
        (b'"a","a-br"', b'"a-br"'),
        (b"*", b'"a-br"'),
        (b'"A"', None),
        (b"a", None),
        (b'"a-gzip"', None),
        (b'"*"', None),
        (b"", None),
    ],
)
def test_what_the_client_has_is_found_by_weak_comparison(header: bytes, held: bytes | None) -> None:
    assert held_tag(header, TAGS) == held


@pytest.mark.parametrize(
    ("header", "another"),
    [(b'"a"', False), (b"*", False), (b'"b", "a-br"', False), (b'W/"a"', True), (b'"b"', True), (b"", True)],
)
def test_what_it_wants_and_nothing_else_is_found_by_strong_comparison(header: bytes, another: bool) -> None:
    assert is_another(header, TAGS) is another


def test_thousands_of_tags_are_not_looked_at() -> None:
    assert held_tag(b'"b",' * (MAX_TAGS - 1) + b'"a"', TAGS) == b'"a"'
    assert held_tag(b'"b",' * MAX_TAGS + b'"a"', TAGS) is None
