from typing import Any

import pytest
from hypothesis import given

from cms.content.richtext import from_html, is_empty, to_text
from tests.cms.content.richtext.documents import DISGUISED, GARBAGE, canonical_documents

ID = "a" * 24


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("<h2>A</h2><p>b<br>c <b>d</b></p>", "A\n\nb\nc d"),
        ("<ul><li>a<ol start=3><li>b<li>c</ol><li>d</ul>", "- a\n  3. b\n  4. c\n- d"),
        ("<blockquote><p>a<p>b</blockquote>", "a\n\nb"),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", "a | b\nc | d"),
        (f"<figure><img data-file={ID} alt=x><figcaption>sea</figcaption></figure><hr><p>a", "sea\n\na"),
        ("a &amp; b", "a & b"),
        ("10<sup>6</sup> EUR, 250 m<sup>2</sup>, CO<sub>2</sub>", "10⁶ EUR, 250 m², CO₂"),
        (
            "x<sup>n+1</sup>, 2<sup>b/c</sup>, the 1<sup>st</sup> and 2<sup>e</sup> day, a<sub>i</sub>",
            "xⁿ⁺¹, 2^(b/c), the 1st and 2e day, aᵢ",
        ),
        ("on <s>Monday</s> <del>or</del> Tuesday", "on Tuesday"),
    ],
)
def test_text_reads_in_the_order_of_the_document(html: str, expected: str) -> None:
    assert to_text(from_html(html)) == expected


@pytest.mark.parametrize(
    ("html", "empty"),
    [("", True), ("<hr>", True), ("<table><tr><td></table>", True), ("a", False), (f"<img data-file={ID}>", False)],
)
def test_a_document_is_empty_when_there_is_nothing_to_read_or_see(html: str, empty: bool) -> None:
    assert is_empty(from_html(html)) is empty


def test_a_document_of_spaces_is_empty() -> None:
    assert is_empty(
        {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": " \u00a0"}]}]}
    )
    assert is_empty(None)


@given(canonical_documents())
def test_every_word_of_the_document_is_in_its_text(document: dict[str, Any]) -> None:
    words: list[str] = []

    def collect(node: dict[str, Any]) -> None:
        if not any(mark["type"] in ("strike", "superscript", "subscript") for mark in node.get("marks", ())):
            words.extend(node.get("text", "").split())
        for child in node.get("content", ()):
            collect(child)

    collect(document)
    text = to_text(document)

    assert all(word in text for word in words)
    assert is_empty(document) == (
        "'text':" not in str(document) and not any(kind in str(document) for kind in ("'image'", "'video'"))
    )


@given(DISGUISED | GARBAGE)
def test_any_value_has_a_text_that_can_be_stored(value: Any) -> None:
    assert "\x00" not in to_text(value)
    assert to_text(value).encode() is not None
    assert is_empty(value) in (True, False)
