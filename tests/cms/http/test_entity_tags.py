"""Entity tags as RFC 9110 has them."""

import pytest

from cms.http.entity_tags import is_known, is_wrong, still_whole


@pytest.mark.parametrize("header", ['"a"', 'W/"a"', '"b", "a"', '"b",W/"a"', "*", ' "a" '])
def test_a_tag_is_known_by_weak_comparison(header: str) -> None:
    assert is_known('"a"', header)


@pytest.mark.parametrize("header", [None, "", '"b"', "a", '"A"', '"a-640"'])
def test_another_tag_is_not(header: str | None) -> None:
    assert not is_known('"a"', header)


@pytest.mark.parametrize("header", [None, '"a"', ' "a"'])
def test_a_part_fits_what_the_client_has_by_strong_comparison(header: str | None) -> None:
    assert still_whole('"a"', header)


@pytest.mark.parametrize("header", ['W/"a"', '"b"', "Sun, 22 Nov 2026 10:00:00 GMT", "*", ""])
def test_a_part_is_refused_to_all_others(header: str) -> None:
    assert not still_whole('"a"', header)


@pytest.mark.parametrize(
    ("header", "wrong"), [(None, False), ("*", False), ('"b", "a"', False), ('W/"a"', True), ('"b"', True)]
)
def test_who_wants_none_but_another_one_is_told(header: str | None, wrong: bool) -> None:
    assert is_wrong('"a"', header) is wrong
