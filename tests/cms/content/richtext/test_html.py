from typing import Any

import nh3
import pytest
from hypothesis import given

from cms.content.richtext import Address, from_html, to_html
from cms.content.richtext.address import Kind, is_safe_address, is_safe_source
from tests.cms.content.richtext.documents import DISGUISED, GARBAGE, canonical_documents, tampered_documents
from tests.cms.content.richtext.markup import ATTRIBUTES, ELEMENTS, found_in

A, B = "a" * 24, "b" * 24


def somewhere(kind: Kind, id: str) -> Address | None:
    return Address(f"/{kind}s/{id}")


def nowhere(kind: Kind, id: str) -> Address | None:
    return None


def doc(*content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": list(content)}


def paragraph(*content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(content)}


def text(value: str, *marks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": value, "marks": list(marks)}


def link(**target: str) -> dict[str, Any]:
    return {"type": "link", "attrs": {"href": None, "item": None, "file": None, "fragment": None, **target}}


BOLD = {"type": "bold"}
IMAGE = {"type": "image", "attrs": {"file": A, "alt": 'The "Black" Sea', "caption": "Burgas <3"}}


@given(canonical_documents())
def test_a_canonical_document_comes_back_from_its_html(document: dict[str, Any]) -> None:
    assert from_html(to_html(document, somewhere)) == document


@given(tampered_documents() | DISGUISED | GARBAGE)
def test_whatever_the_document_only_safe_html_comes_out(document: Any) -> None:
    for name, value in found_in(to_html(document, somewhere)):
        if name == "text" or name.startswith("/"):
            continue
        assert name in ELEMENTS
        assert isinstance(value, dict)
        assert value.keys() <= ATTRIBUTES.get(name, set())
        assert all(is_safe_address(value[key]) for key in ("href", "src", "data-video") if key in value)


@given(DISGUISED)
def test_every_element_that_is_opened_is_closed(document: Any) -> None:
    opened: list[str] = []
    for name, _ in found_in(to_html(document, somewhere)):
        if name.startswith("/"):
            assert opened.pop() == name[1:]
        elif name not in ("text", "br", "hr", "img"):
            opened.append(name)

    assert opened == []


@given(canonical_documents())
def test_a_browser_builds_the_tree_that_was_meant(document: dict[str, Any]) -> None:
    html = to_html(document, somewhere)
    by_the_standard = nh3.clean(html, tags=set(ELEMENTS), attributes=ATTRIBUTES, link_rel=None)

    assert found_in(by_the_standard) == found_in(html)


@given(DISGUISED)
def test_what_leads_nowhere_is_no_link_and_no_image(document: Any) -> None:
    found = found_in(to_html(document, nowhere))

    assert not any(isinstance(value, dict) and {"data-item", "data-file"} & value.keys() for _, value in found)
    assert "img" not in [name for name, _ in found]


def test_a_link_without_target_becomes_its_text() -> None:
    document = doc(paragraph(text("see "), text("Burgas", BOLD, link(item=A)), text(".")))

    assert to_html(document, nowhere) == "<p>see <strong>Burgas</strong>.</p>"
    assert to_html(document, somewhere) == (
        f'<p>see <a href="/items/{A}" data-item="{A}"><strong>Burgas</strong></a>.</p>'
    )


def test_a_link_to_a_file_names_the_file() -> None:
    document = doc(paragraph(text("Agenda", link(file=B))))

    assert to_html(document, somewhere) == f'<p><a href="/files/{B}" data-file="{B}">Agenda</a></p>'


def test_a_link_that_is_half_bold_stays_one_link() -> None:
    document = doc(paragraph(text("Clusters ", link(href="/a")), text("meet", link(href="/a"), BOLD), text(" R")))

    assert to_html(document, nowhere) == '<p><a href="/a">Clusters <strong>meet</strong></a> R</p>'


def test_bold_is_shared_beside_what_leads_nowhere_but_not_beside_a_link() -> None:
    document = doc(
        paragraph(text("a", link(item=A), BOLD), text("b", link(file=B), BOLD), text("c", link(href="/c"), BOLD))
    )

    assert to_html(document, nowhere) == '<p><strong>ab</strong><a href="/c"><strong>c</strong></a></p>'
    assert to_html(document, lambda kind, id: Address("/b") if kind == "file" else None) == (
        f'<p><strong>a</strong><a href="/b" data-file="{B}"><strong>b</strong></a>'
        '<a href="/c"><strong>c</strong></a></p>'
    )


def test_two_links_side_by_side_stay_two() -> None:
    document = doc(paragraph(text("a", link(href="/a")), text("b", link(href="/b"))))

    assert to_html(document, nowhere) == '<p><a href="/a">a</a><a href="/b">b</a></p>'


def test_an_image_has_its_description_size_and_caption() -> None:
    def resolve(kind: Kind, id: str) -> Address:
        return Address("/files/1/sea.jpg?a=1&b=2", alt="own", width=640, height=480)

    assert to_html(doc(IMAGE), resolve) == (
        '<figure><img src="/files/1/sea.jpg?a=1&amp;b=2" alt="The &quot;Black&quot; Sea" width="640" height="480"'
        f' loading="lazy" data-file="{A}"><figcaption>Burgas &lt;3</figcaption></figure>'
    )


@pytest.mark.parametrize(("alt", "expected"), [(None, "of the file"), ("", ""), ("here", "here")])
def test_an_image_without_its_own_description_has_the_files(alt: str | None, expected: str) -> None:
    document = doc({"type": "image", "attrs": {"file": A, "alt": alt, "caption": None}})

    assert f' alt="{expected}"' in to_html(document, lambda kind, id: Address("/x", alt="of the file"))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "mailto:a@b.example", "", "//evil.example/x"])
def test_an_unsafe_address_is_taken_from_nobody(url: str) -> None:
    document = doc(IMAGE, paragraph(text("x", link(item=A))))

    assert to_html(document, lambda kind, id: Address(url)) == "<p>x</p>"


def test_a_video_is_a_link_so_that_nothing_is_loaded_unasked() -> None:
    document = doc({"type": "video", "attrs": {"src": "https://v.example/1", "caption": "Invitation"}})

    assert to_html(document, nowhere) == (
        '<figure data-video="https://v.example/1"><a href="https://v.example/1">Invitation</a></figure>'
    )


def test_empty_paragraphs_and_headings_show_nothing() -> None:
    assert to_html(doc({"type": "paragraph"}, {"type": "heading", "attrs": {"level": 2}}), nowhere) == ""


def test_a_list_item_of_one_paragraph_needs_none_inside() -> None:
    inner = {"type": "bulletList", "content": [{"type": "listItem", "content": [paragraph(text("b"))]}]}
    items = [
        {"type": "listItem", "content": [paragraph(text("a")), inner]},
        {"type": "listItem", "content": [paragraph(text("c")), paragraph(text("d"))]},
    ]

    assert to_html(doc({"type": "orderedList", "attrs": {"start": 3, "type": "a"}, "content": items}), nowhere) == (
        '<ol start="3" type="a"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>'
    )


def test_what_is_nested_without_end_is_left_out_beyond_the_depth() -> None:
    node = paragraph(text("deep"))
    for _ in range(5000):
        node = {"type": "blockquote", "content": [node]}

    assert to_html(doc(node), nowhere).count("<blockquote>") == 19


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://x.example", True),
        ("HTTP://x.example/a", True),
        ("mailto:a@b.example", True),
        ("tel:+420123", True),
        ("/cs", True),
        ("https:///x", False),
        ("http:x", False),
        ("//x.example", False),
        ("/\\x.example", False),
        ("/a b", False),
        ("https://x.example/\n", False),
        ("\thttps://x.example", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("ftp://x.example", False),
        ("#top", True),
        ("#", False),
        ("#a b", False),
        ("page.html", False),
        ("https://x.example/" + "a" * 2000, False),
        (None, False),
        (7, False),
    ],
)
def test_only_addresses_of_web_mail_telephone_paths_and_headings_are_safe(address: Any, safe: bool) -> None:
    assert is_safe_address(address) is safe


def test_nothing_is_fetched_from_mail_or_telephone() -> None:
    assert is_safe_source("https://x.example/v") and is_safe_source("/v")
    assert not is_safe_source("mailto:a@b.example") and not is_safe_source("tel:1")
