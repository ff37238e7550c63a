"""What is prepared of a text when it is published, filled in when it is read, is what the text itself would give."""

import hashlib
from typing import Any

import bson
import orjson
from hypothesis import given
from hypothesis import strategies as st

from cms.content.richtext import (
    VERSION,
    Address,
    Resolve,
    filled,
    prepare,
    prepared_of,
    ready_html,
    references,
    to_html,
    to_text,
    without_empty_end,
)
from cms.content.richtext.address import Kind
from cms.content.richtext.model import MARKS, NODES
from tests.cms.content.richtext.documents import DISGUISED, canonical_documents, tampered_documents

A, B, C = "a" * 24, "b" * 24, "c" * 24
URLS = st.sampled_from(["/a", '/b?c=1&d="2"', "https://x.example/", "javascript:alert(1)", "mailto:a@b.example"])
ADDRESSES = st.none() | st.builds(
    Address, URLS, st.sampled_from(["", 'the "sea"']), st.none() | st.just(640), st.none() | st.just(480), URLS
)
LINKS = st.builds(
    lambda kind, id, place: {"type": "link", "attrs": {kind: id, "fragment": place}},
    st.sampled_from(["item", "file"]),
    st.sampled_from([A, B, C]),
    st.sampled_from([None, "dates"]),
) | st.just({"type": "link", "attrs": {"href": "/x"}})
SIMPLE = st.sets(st.sampled_from(["bold", "italic"])).map(lambda names: [{"type": name} for name in sorted(names)])
RUNS = st.builds(
    lambda link, simple, text: {"type": "text", "text": text, "marks": [*link, *simple]},
    st.lists(LINKS, max_size=1),
    SIMPLE,
    st.sampled_from("xyz"),
)
SPACE = {"type": "text", "text": " "}
CROWDED = st.lists(RUNS, max_size=6).map(
    lambda runs: {"type": "doc", "content": [{"type": "paragraph", "content": runs}]}
)
"""Links of few targets side by side, which share their marks with neighbours."""
ENDLESS = CROWDED.map(lambda one: {**one, "content": [*one["content"], {"type": "paragraph", "content": [SPACE]}]})
"""With an empty paragraph at the end."""
DOCUMENTS = canonical_documents() | tampered_documents() | DISGUISED | CROWDED | ENDLESS


@st.composite
def resolving(draw: st.DrawFn) -> Resolve:
    """Something or nothing, the same each time, of the three targets that stand in crowded texts and of all others."""
    known = {(kind, id): draw(ADDRESSES) for kind in ("item", "file") for id in (A, B, C, "")}
    return lambda kind, id: known.get((kind, id), known[kind, ""])


def stored(document: Any) -> Any:
    return bson.decode(bson.encode({"document": document}))["document"]


@given(DOCUMENTS, resolving())
def test_what_was_prepared_and_stored_is_the_html_of_the_text(document: dict[str, Any], resolve: Resolve) -> None:
    prepared = stored(prepare(document))

    assert filled(prepared["html"], resolve) == to_html(without_empty_end(document), resolve)


@given(DOCUMENTS)
def test_plain_words_and_references_are_those_of_the_text(document: dict[str, Any]) -> None:
    prepared = stored(prepare(document))

    assert prepared["plain"] == to_text(document)
    assert [tuple(one) for one in prepared["references"]] == references(document)


@given(CROWDED, resolving())
def test_links_that_lead_nowhere_are_as_if_nobody_had_made_them(document: dict[str, Any], resolve: Resolve) -> None:
    """Those that do are as links to the address, which nothing has to be filled in for."""

    def literal(mark: dict[str, Any]) -> list[dict[str, Any]]:
        kinds: tuple[Kind, ...] = ("item", "file")
        for kind in kinds:
            if id := mark["attrs"].get(kind):
                place = f"#{mark['attrs']['fragment']}" if mark["attrs"]["fragment"] else ""
                href = f"/{kind}s/{id}{place}"
                return [{"type": "link", "attrs": {"href": href}}] if resolve(kind, id) else []
        return [mark]

    def run(node: dict[str, Any]) -> dict[str, Any]:
        marks = [new for one in node["marks"] for new in (literal(one) if one["type"] == "link" else [one])]
        return {**node, "marks": marks}

    [paragraph] = document["content"]
    plain = {"type": "doc", "content": [{**paragraph, "content": [run(one) for one in paragraph["content"]]}]}

    def somewhere(kind: Kind, id: str) -> Address | None:
        return Address(f"/{kind}s/{id}") if resolve(kind, id) else None

    html = to_html(document, somewhere)
    for kind in ("item", "file"):
        for id in (A, B, C):
            html = html.replace(f' data-{kind}="{id}"', "")
    assert html == to_html(plain, somewhere)


def test_a_text_without_places_is_one_piece() -> None:
    assert prepare(_doc(_paragraph(_text("Clusters "), _text("meet", "bold"))))["html"] == [
        "<p>Clusters <strong>meet</strong></p>"
    ]


def test_html_is_ready_where_nothing_waits_for_an_address() -> None:
    texts = {
        "ready": _doc(_paragraph(_text("x"))),
        "filled in": _doc(_paragraph(_text("x", _link(item=A)))),
        "a place alone": _doc(_image(None, None)),
        "nothing": _doc(_paragraph()),
    }

    ready = {name: ready_html({**text, "prepared": prepare(text)}) for name, text in texts.items()}

    assert ready == {"ready": "<p>x</p>", "filled in": None, "a place alone": None, "nothing": None}
    assert ready_html(texts["ready"]) is None


def test_nothing_is_read_that_another_version_has_prepared() -> None:
    text = _doc(_paragraph(_text("x")))
    prepared = prepare(text)

    assert prepared_of({**text, "prepared": prepared}) == prepared
    assert prepared_of({**text, "prepared": {**prepared, "version": VERSION + 1}}) is None
    assert prepared_of(text) is None


PREPARED_BY = {1: "919649435da3796c13e139a0ac2f8dd4"}
"""{version: digest of all that it makes of the corpus}. A change of what comes out is a new version with a line of its
own, by which workers know that live texts are to be prepared anew."""


def test_what_is_prepared_changes_with_the_version_alone() -> None:
    made = [[prepare(one), filled(prepare(one)["html"], _nowhere), to_html(one, _somewhere)] for one in CORPUS]
    digest = hashlib.blake2b(orjson.dumps(made), digest_size=16).hexdigest()

    assert PREPARED_BY.get(VERSION) == digest, "raise VERSION in cms/content/richtext/prepared.py, and add it here"


def test_the_corpus_has_every_node_and_every_mark() -> None:
    text = orjson.dumps(CORPUS).decode()

    assert [name for name in (*NODES, *MARKS) if f'"type":"{name}"' not in text] == []


def _nowhere(kind: Kind, id: str) -> Address | None:
    return None


def _somewhere(kind: Kind, id: str) -> Address | None:
    return Address(f"/{kind}s/{id}", 'The "Black" Sea', 640, 480, f"/bytes/{id}?a=1&b=2")


def _doc(*content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": list(content)}


def _paragraph(*content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "paragraph", "content": list(content)}


def _text(words: str, *marks: str | dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": words, "marks": [{"type": one} if isinstance(one, str) else one for one in marks]}


def _link(**target: str) -> dict[str, Any]:
    return {"type": "link", "attrs": {"href": None, "item": None, "file": None, "fragment": None, **target}}


def _image(alt: str | None, caption: str | None) -> dict[str, Any]:
    return {"type": "image", "attrs": {"file": A, "alt": alt, "caption": caption}}


def _list(kind: str, *items: list[dict[str, Any]], **attrs: Any) -> dict[str, Any]:
    return {"type": kind, "attrs": attrs, "content": [{"type": "listItem", "content": one} for one in items]}


def _cell(kind: str, *content: dict[str, Any], **spans: int) -> dict[str, Any]:
    return {"type": kind, "attrs": spans, "content": list(content)}


CORPUS = [
    _doc(
        _paragraph(
            _text('<b>Clusters</b> & "Iași" don\'t'), {"type": "hardBreak"}, _text("CO"), _text("2", "subscript")
        )
    ),
    _doc(
        *({"type": "heading", "attrs": {"level": n, "id": f"h{n}"}, "content": [_text(f"H{n}")]} for n in (1, 2, 3, 4))
    ),
    _doc(_paragraph(*(_text(name, name) for name in MARKS if name != "link"), _text("all", *list(MARKS)[1:]))),
    _doc(
        _paragraph(
            _text("a", _link(item=A), "bold"), _text("b", _link(item=B, fragment="x"), "bold"), _text("c", "bold")
        )
    ),
    _doc(_paragraph(_text("a", _link(item=A)), _text("b", _link(item=A), "italic"), _text("c", _link(file=A)))),
    _doc(
        _paragraph(
            _text("a", _link(href="/x"), "bold"), _text("b", _link(item=C), "bold"), _text("c", _link(href="/y"))
        )
    ),
    _doc(_image(None, None), _image("", "A <caption>"), _image('"here"', None)),
    _doc({"type": "video", "attrs": {"src": "https://v.example/1?a&b", "caption": None}}, {"type": "horizontalRule"}),
    _doc(
        _list("bulletList", [_paragraph(_text("a")), _list("orderedList", [_paragraph(_text("b"))], start=1)]),
        _list("orderedList", [_paragraph(_text("c")), _paragraph(_text("d"))], start=3, type="a"),
    ),
    _doc({"type": "blockquote", "content": [_paragraph(_text("quoted")), _paragraph()]}, _paragraph(), _paragraph()),
    _doc(
        {
            "type": "table",
            "content": [
                {"type": "tableRow", "content": [_cell("tableHeader", _paragraph(_text("a")), colspan=2, rowspan=1)]},
                {"type": "tableRow", "content": [_cell("tableCell", _paragraph(_text("b")), _paragraph(_text("c")))]},
            ],
        }
    ),
]
