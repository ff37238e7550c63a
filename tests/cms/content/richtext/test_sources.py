"""Texts as JSON, with the addresses of their pictures."""

from typing import Any

from hypothesis import given

from cms.content.richtext import Address, to_html, with_sources
from cms.content.richtext.address import Kind
from tests.cms.content.richtext.documents import DISGUISED, GARBAGE, tampered_documents

A = "a" * 24
SOURCE = f"https://cms.example.org/public/{A}/hash/sea.jpg"
IMAGE = {"type": "image", "attrs": {"file": A, "alt": "The sea"}}


def public(kind: Kind, id: str) -> Address | None:
    return Address(f"/files/{id}/sea.jpg", source=SOURCE)


def nowhere(kind: Kind, id: str) -> Address | None:
    return None


def quoted(*content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": [{"type": "blockquote", "content": list(content)}]}


def test_a_picture_has_the_same_source_in_json_and_html() -> None:
    document = quoted(IMAGE)

    read = with_sources(document, public)

    assert read == quoted({"type": "image", "attrs": {"file": A, "alt": "The sea", "src": SOURCE}})
    assert document == quoted(IMAGE)
    assert f'src="{SOURCE}"' in to_html(document, public)


def test_a_picture_that_is_not_public_has_no_source() -> None:
    assert with_sources(quoted(IMAGE), nowhere) == quoted(IMAGE)


def test_links_to_files_keep_the_link_of_the_download() -> None:
    link = {"type": "link", "attrs": {"href": None, "item": None, "file": A, "fragment": None}}
    document = quoted({"type": "paragraph", "content": [{"type": "text", "text": "Agenda", "marks": [link]}]})

    assert f'href="/files/{A}/sea.jpg"' in to_html(document, public)


@given(tampered_documents() | DISGUISED | GARBAGE)
def test_whatever_the_text_it_is_read_without_a_fault(document: Any) -> None:
    if isinstance(document, dict):
        assert with_sources(document, nowhere) == document
