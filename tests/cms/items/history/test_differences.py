"""Differences of two versions: complete, and readable for texts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.content_types.edition import Edition
from cms.content_types.page import Page
from cms.items.history.differences import Difference, applied, differences
from cms.items.history.words import MAX_WORDS, word_changes

TEXTS = st.text("ab č\n.", max_size=12)
FILLED = TEXTS.filter(bool)
LOCALES = st.sampled_from(["en", "cs"])
LOCALIZED = st.dictionaries(LOCALES, FILLED, min_size=1)


def parts(element: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Elements with ids, from few enough that two lists share some."""
    ids = st.lists(st.sampled_from("abcd"), unique=True, min_size=1, max_size=4)
    return ids.flatmap(
        lambda ids: st.tuples(*(element.map(lambda one, id=id: {"id": id, **one}) for id in ids)).map(list)
    )


def having(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


RICH = FILLED.map(
    lambda text: {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]}]}
)
TALK = having(title=LOCALIZED, presentations=st.just(["a" * 24]))
CHILD = having(title=LOCALIZED, start_time=st.just("09:30"))
SESSION = having(title=LOCALIZED, talks=parts(TALK), children=parts(CHILD))
EDITION = having(
    city=LOCALIZED,
    country=st.sampled_from(["RO", "CZ"]),
    cancelled=st.booleans(),
    objectives=st.dictionaries(LOCALES, st.lists(FILLED, min_size=1, max_size=3), min_size=1),
    focus=st.dictionaries(LOCALES, RICH, min_size=1),
    venue=having(name=LOCALIZED, lat=st.floats(-90, 90)).filter(bool),
    days=parts(having(label=LOCALIZED, sessions=parts(SESSION))),
)
BLOCK = st.one_of(
    having(heading=FILLED, body=RICH).map(lambda one: {"kind": "text", **one}),
    having(items=parts(having(value=FILLED, label=FILLED))).map(lambda one: {"kind": "stats", **one}),
)
PAGE = having(title=LOCALIZED, blocks=st.dictionaries(LOCALES, parts(BLOCK), min_size=1))


@given(EDITION, EDITION)
def test_applying_the_differences_of_editions_gives_the_later_one(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    assert applied(Edition, before, differences(Edition, before, after)) == after


@given(PAGE, PAGE)
def test_applying_the_differences_of_pages_gives_the_later_one(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert applied(Page, before, differences(Page, before, after)) == after


@given(EDITION)
def test_equal_versions_have_no_differences(data: dict[str, Any]) -> None:
    assert differences(Edition, data, data) == []


@given(TEXTS, TEXTS)
def test_words_make_both_texts(before: str, after: str) -> None:
    words = word_changes(before, after)

    assert "".join(text for operation, text in words if operation != "insert") == before
    assert "".join(text for operation, text in words if operation != "delete") == after


def test_only_the_words_that_changed_are_marked() -> None:
    before = {"theme": {"en": "Regional innovation in Iași", "cs": "Inovace"}}
    after = {"theme": {"en": "Regional skills in Iași", "cs": "Inovace"}}

    [found] = differences(Edition, before, after)

    words = [("equal", "Regional "), ("delete", "innovation"), ("insert", "skills"), ("equal", " in Iași")]
    assert found == Difference("theme", "en", before["theme"]["en"], after["theme"]["en"], words)


def test_a_moved_element_is_told_once() -> None:
    first, second = {"id": "a", "label": {"en": "Day 1"}}, {"id": "b", "label": {"en": "Day 2"}}

    found = differences(Edition, {"days": [first, second]}, {"days": [second, first]})

    assert found == [Difference("days", None, [{"id": "a"}, {"id": "b"}], [{"id": "b"}, {"id": "a"}], [])]


def test_a_fact_that_was_taken_out_has_nothing_after() -> None:
    [found] = differences(Edition, {"start": "2023-11-21"}, {})

    assert (found.at, found.before, found.after, found.words) == ("start", "2023-11-21", None, [])


def test_paragraphs_that_stayed_are_not_looked_into() -> None:
    words = word_changes("One.\nTwo is old.\nThree.", "One.\nTwo is new.\nThree.")

    assert words == [("equal", "One.\nTwo is "), ("delete", "old"), ("insert", "new"), ("equal", ".\nThree.")]


@pytest.mark.parametrize(
    ("before", "after"),
    [("ab cd " * 150, "cd ab ab " * 150), (" ".join("xy" * MAX_WORDS), " ".join("yx" * MAX_WORDS))],
    ids=["much alike", "long"],
)
def test_what_would_take_long_to_compare_counts_as_changed(before: str, after: str) -> None:
    words = word_changes(f"Same: {before}!", f"Same: {after}!")

    assert [operation for operation, _text in words] == ["equal", "delete", "insert", "equal"]
