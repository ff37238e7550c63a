from typing import Any

from hypothesis import given

from cms.content.richtext import Address, references, to_html
from tests.cms.content.richtext.documents import DISGUISED, GARBAGE, canonical_documents

A, B, C = "a" * 24, "b" * 24, "c" * 24


def link(**target: str) -> dict[str, Any]:
    return {"type": "link", "attrs": {"href": None, "item": None, "file": None, **target}}


def test_references_come_in_reading_order_each_once() -> None:
    inner = {"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": [link(file=C)]}]}
    document = {
        "type": "doc",
        "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": [link(item=B)]}]},
            {"type": "bulletList", "content": [{"type": "listItem", "content": [inner]}]},
            {"type": "image", "attrs": {"file": A, "alt": None, "caption": None}},
            {"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": [link(item=B)]}]},
            {"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": [link(href="/a")]}]},
        ],
    }

    assert references(document) == [("item", B), ("file", C), ("file", A)]


@given(canonical_documents())
def test_writing_html_asks_for_nothing_but_the_references(document: dict[str, Any]) -> None:
    asked: list[tuple[str, str]] = []

    def resolve(kind: Any, id: str) -> Address | None:
        asked.append((kind, id))
        return None

    to_html(document, resolve)

    assert list(dict.fromkeys(asked)) == references(document)


@given(DISGUISED | GARBAGE)
def test_any_value_has_references_or_none(value: Any) -> None:
    assert all(kind in ("item", "file") and len(id) == 24 for kind, id in references(value))


def test_what_lies_too_deep_to_be_shown_is_not_referred_to() -> None:
    node: dict[str, Any] = {"type": "image", "attrs": {"file": A, "alt": None, "caption": None}}
    for _ in range(100_000):
        node = {"type": "blockquote", "content": [node]}

    assert references({"type": "doc", "content": [node]}) == []
