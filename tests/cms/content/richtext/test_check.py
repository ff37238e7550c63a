from typing import Any

import orjson
import pytest
from hypothesis import given

from cms.content.richtext import problems
from cms.content.richtext.check import MAX_PROBLEMS
from cms.content.richtext.model import MAX_BYTES, MAX_DEPTH, MAX_NODES, SCHEMA
from tests.cms.content.richtext.documents import (
    ARRANGEMENTS,
    DISGUISED,
    GARBAGE,
    canonical_documents,
    tampered_documents,
)

ID = "a" * 24
WORDS = {"type": "paragraph", "content": [{"type": "text", "text": "words"}]}


def doc(*content: Any) -> dict[str, Any]:
    return {"type": "doc", "content": list(content)}


def marked(*marks: Any) -> dict[str, Any]:
    return doc({"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": list(marks)}]})


def link(**attrs: Any) -> dict[str, Any]:
    return marked({"type": "link", "attrs": attrs})


def found(value: Any) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in problems(value, "body")]


def accepted_by_prosemirror(document: dict[str, Any]) -> bool:
    try:
        SCHEMA.node_from_json(document).check()
    except ValueError:
        return False
    return True


@given(canonical_documents())
def test_canonical_documents_are_exactly_what_the_editor_writes_and_have_no_problems(document: dict[str, Any]) -> None:
    assert problems(document, "body") == []
    assert accepted_by_prosemirror(document)
    assert SCHEMA.node_from_json(document).to_json() == document


@given(ARRANGEMENTS | canonical_documents())
def test_what_prosemirror_refuses_is_refused_and_nothing_else(document: dict[str, Any]) -> None:
    assert (problems(document, "body") == []) == accepted_by_prosemirror(document)


@given(GARBAGE | DISGUISED | tampered_documents())
def test_any_value_gives_a_bounded_list_of_printable_problems(value: Any) -> None:
    answer = problems(value, "body")

    assert len(answer) <= MAX_PROBLEMS
    assert all(problem.field.startswith("body") and problem.message for problem in answer)
    assert orjson.dumps([problem.message for problem in answer])


@given(tampered_documents() | DISGUISED)
def test_what_has_no_problems_can_be_stored(value: Any) -> None:
    if not problems(value, "body"):
        assert orjson.loads(orjson.dumps(value)) == value
        assert accepted_by_prosemirror(value)


@pytest.mark.parametrize("value", [None, "text", 7, [], {}, {"type": "paragraph"}, {"type": ["doc"]}])
def test_what_is_no_document_is_refused(value: Any) -> None:
    assert found(value) == [("body", "NOT_RICH_TEXT")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (doc(), ("body", "INCOMPLETE")),
        (doc("words"), ("body.content.0", "UNKNOWN_NODE")),
        (doc({"type": "iframe"}, WORDS), ("body.content.0", "UNKNOWN_NODE")),
        (doc({"type": ["paragraph"]}, WORDS), ("body.content.0", "UNKNOWN_NODE")),
        (doc(WORDS, {"type": "text", "text": "x"}), ("body.content.1", "NOT_HERE")),
        (doc({"type": "bulletList", "content": [WORDS]}), ("body.content.0.content.0", "NOT_HERE")),
        (doc({"type": "horizontalRule", "content": [WORDS]}), ("body.content.0.content.0", "NOT_HERE")),
        (doc({"type": "table", "content": [{"type": "tableRow"}]}), ("body.content.0.content.0", "INCOMPLETE")),
        (doc({"type": "paragraph", "content": {}}), ("body.content.0.content", "NOT_A_LIST")),
        (doc({"type": "paragraph", "class": "x"}), ("body.content.0", "UNKNOWN_KEY")),
        (doc({"type": "paragraph", 7: "x"}), ("body.content.0", "UNKNOWN_KEY")),
        (doc({"type": "paragraph", "attrs": {"style": "x"}}), ("body.content.0.attrs", "UNKNOWN_ATTRIBUTE")),
        (doc({"type": "paragraph", "attrs": []}), ("body.content.0.attrs", "NOT_ATTRIBUTES")),
        (doc({"type": "heading", "attrs": {"level": 1}}), ("body.content.0.attrs.level", "BAD_ATTRIBUTE")),
        (doc({"type": "heading", "attrs": {"level": True}}), ("body.content.0.attrs.level", "BAD_ATTRIBUTE")),
        (doc({"type": "image"}), ("body.content.0.attrs", "ATTRIBUTE_MISSING")),
        (doc({"type": "image", "attrs": {"file": "x.jpg"}}), ("body.content.0.attrs.file", "BAD_ATTRIBUTE")),
        (
            doc({"type": "image", "attrs": {"file": ID, "alt": "a" * 501}}),
            ("body.content.0.attrs.alt", "BAD_ATTRIBUTE"),
        ),
        (
            doc({"type": "image", "attrs": {"file": ID, "caption": "\ud800"}}),
            ("body.content.0.attrs.caption", "UNPRINTABLE"),
        ),
        (
            doc({"type": "video", "attrs": {"src": "mailto:a@b.example"}}),
            ("body.content.0.attrs.src", "UNSAFE_ADDRESS"),
        ),
        (doc({"type": "paragraph", "marks": [{"type": "bold"}]}), ("body.content.0.marks", "NOT_HERE")),
        (marked("bold"), ("body.content.0.content.0.marks.0", "UNKNOWN_MARK")),
        (marked({"type": "underline"}), ("body.content.0.content.0.marks.0", "UNKNOWN_MARK")),
        (marked({"type": "bold"}, {"type": "bold"}), ("body.content.0.content.0.marks.1", "REPEATED_MARK")),
        (marked({"type": "bold", "level": 1}), ("body.content.0.content.0.marks.0", "UNKNOWN_KEY")),
        (link(), ("body.content.0.content.0.marks.0.attrs", "LINK_TARGET")),
        (link(href="/a", item=ID), ("body.content.0.content.0.marks.0.attrs", "LINK_TARGET")),
        (link(href="javascript:alert(1)"), ("body.content.0.content.0.marks.0.attrs.href", "UNSAFE_ADDRESS")),
        (link(href="/a", target="_blank"), ("body.content.0.content.0.marks.0.attrs", "UNKNOWN_ATTRIBUTE")),
        (link(item="Iași"), ("body.content.0.content.0.marks.0.attrs.item", "BAD_ATTRIBUTE")),
    ],
)
def test_each_fault_is_named_where_it_is(value: Any, expected: tuple[str, str]) -> None:
    assert found(value) == [expected]


@pytest.mark.parametrize("text", ["", None, 7, "a\x00b", "\ud800", "\uffff"])
def test_a_text_must_be_printable_and_not_empty(text: Any) -> None:
    value = doc({"type": "paragraph", "content": [{"type": "text", "text": text}]})

    assert found(value)[0][0] == "body.content.0.content.0.text"


def test_a_problem_says_in_which_locale_it_is() -> None:
    assert problems(doc(), "body", "cs")[0].locale == "cs"


def nested(levels: int) -> dict[str, Any]:
    """A document whose deepest node lies `levels` below it."""
    node: dict[str, Any] = {"type": "paragraph"}
    for _ in range(levels - 1):
        node = {"type": "blockquote", "content": [node]}
    return doc(node)


def test_nesting_is_bounded() -> None:
    assert found(nested(MAX_DEPTH - 1)) == []
    assert [code for _, code in found(nested(MAX_DEPTH))] == ["TOO_DEEP"]
    assert [code for _, code in found(nested(100_000))] == ["TOO_DEEP"]


def test_the_number_of_nodes_is_bounded() -> None:
    assert found(doc(*[{"type": "paragraph"}] * (MAX_NODES - 1))) == []
    assert [code for _, code in found(doc(*[{"type": "paragraph"}] * MAX_NODES))] == ["TOO_LARGE"]


def test_the_bytes_are_bounded() -> None:
    def with_letters(count: int) -> dict[str, Any]:
        return doc({"type": "paragraph", "content": [{"type": "text", "text": "ж" * count}]})

    assert found(with_letters(MAX_BYTES // 2 - 100)) == []
    assert found(with_letters(MAX_BYTES // 2)) == [("body", "TOO_LARGE")]


def test_of_very_many_problems_the_first_are_told() -> None:
    assert len(found(doc(*[{"type": "script"}] * 1_000_000))) == MAX_PROBLEMS
