"""Ids of headings: made of their words once, kept for as long as the heading stays, never shared."""

from typing import Any

import pytest

from cms.content.richtext import (
    problems,
    stored_with_heading_ids,
    to_html,
    with_former_ids,
    with_heading_ids,
    without_heading_ids,
)
from cms.content.richtext.headings import heading_id, headings_of
from cms.items.translation.texts import text_hash

Node = dict[str, Any]


def heading(words: str, id: str | None = None) -> Node:
    return {"type": "heading", "attrs": {"level": 2, "id": id}, "content": [{"type": "text", "text": words}]}


def doc(*content: Node) -> Node:
    return {"type": "doc", "content": list(content)}


def ids(*docs: Any) -> list[str | None]:
    return [heading_id(one) for document in docs for one in headings_of(document)]


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("Key dates", "key-dates"),
        ("Klíčové termíny", "klicove-terminy"),
        ("Ключови дати", "klyuchovi-dati"),
        ("Σημαντικές ημερομηνίες", "simantikes-imerominies"),
        ("重要な日付", "section"),
        ("?!", "section"),
    ],
)
def test_an_id_is_made_of_the_words_whatever_they_are_written_in(words: str, id: str) -> None:
    assert ids(*with_heading_ids([doc(heading(words))])) == [id]


def test_headings_of_the_same_words_have_ids_of_their_own_in_all_texts_of_a_page() -> None:
    first = doc(heading("Dates"), heading("Dates"))
    second = doc({"type": "blockquote", "content": [heading("Dates")]}, heading("Dates-2"))

    found = with_heading_ids([first, second])

    assert ids(*found) == ["dates", "dates-2", "dates-3", "dates-2-2"]
    assert with_heading_ids(found) == found
    assert ids(first, second) == [None] * 4, "what was given is not changed"


def test_an_id_stays_while_words_level_and_place_change() -> None:
    [before] = with_heading_ids([doc(heading("Dates"), heading("Place"))])
    dates, place = before["content"]
    after = doc(heading("News"), {**place, "attrs": {"level": 3, "id": "place"}}, heading("Key dates", "dates"))

    assert dates["attrs"]["id"] == "dates"
    assert ids(*with_heading_ids([after])) == ["news", "place", "dates"]


def test_of_a_heading_and_its_copy_the_first_keeps_the_id() -> None:
    assert ids(*with_heading_ids([doc(heading("Dates", "dates"), heading("Dates", "dates"))])) == ["dates", "dates-2"]


def test_an_id_goes_with_the_words_of_its_heading() -> None:
    """The upper half of a heading that was split before its first letter."""
    assert ids(*with_heading_ids([doc(heading(" ", "dates"), heading("Dates"))])) == [None, "dates"]


def test_a_text_that_comes_without_ids_keeps_those_of_the_same_words() -> None:
    before = doc(heading("Dates", "when"), heading("Place", "where"), heading("Place", "where-else"))
    given = doc(heading("Place"), heading("Dates"), heading("Place"), heading("More"))

    found = with_former_ids(given, before)

    assert ids(found) == ["where", "when", "where-else", None]
    assert ids(*with_heading_ids([found])) == ["where", "when", "where-else", "more"]


@pytest.mark.parametrize("garbage", [None, 7, "x", [], {"type": "doc", "content": 3}, {"type": "heading", "attrs": []}])
def test_whatever_is_given_does_no_harm(garbage: Any) -> None:
    assert with_former_ids(garbage, doc(heading("Dates", "dates"))) == garbage or isinstance(garbage, dict)


def test_what_was_stored_before_there_were_ids_gets_them() -> None:
    plain: Node = {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Dates"}]}
    stored = {
        "title": {"en": "Page"},
        "blocks": {
            "en": [{"id": "a", "kind": "text", "body": doc(plain)}, {"id": "b", "kind": "text", "body": doc(plain)}]
        },
        "days": [{"id": "d", "text": {"cs": doc(plain)}}],
    }

    found = stored_with_heading_ids(stored)

    first, second = found["blocks"]["en"]
    assert ids(first["body"], second["body"], found["days"][0]["text"]["cs"]) == ["dates", "dates-2", "dates"]
    assert stored_with_heading_ids(found) is found
    assert without_heading_ids(found) == stored
    assert problems(first["body"], "") == []


def test_a_translation_is_not_out_of_date_because_a_heading_of_its_source_was_given_an_id() -> None:
    plain: Node = {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Dates"}]}
    text = doc(plain, {"type": "heading", "content": [{"type": "text", "text": "Place"}]})

    assert text_hash(with_heading_ids([text])[0]) == text_hash(text)
    assert text_hash(doc(heading("Key dates", "dates"))) != text_hash(doc(heading("Dates", "dates")))


def test_html_has_them() -> None:
    [text] = with_heading_ids([doc(heading("Dates & places"))])

    assert to_html(text, lambda kind, id: None) == '<h2 id="dates-places">Dates &amp; places</h2>'
