"""Hostile texts from outside take work in proportion to their length, counted in calls, and end in words or a text."""

import cProfile
import pstats
from pathlib import Path
from typing import Any

import pytest

from cms.content.richtext import from_html, pictures, problems, references, to_html, to_text
from cms.content.richtext.check import MAX_PROBLEMS
from cms.content.richtext.model import MAX_BYTES, MAX_NODES
from cms.kernel.errors import Invalid

LENGTH = 60_000
MAX_CALLS = 40
"""For each character; plain paragraphs take about 3."""
PIECES = (
    "<b>",
    "<sup><sub>",
    "<s style='text-decoration:line-through;vertical-align:super'>x",
    "<span style='font-weight:700'>x",
    "<ul><li>",
    "<table><tr><td>",
    "<td rowspan=100 colspan=100>x",
    "<blockquote>",
    "<p class=MsoListParagraph style='mso-list:l0 level9 lfo1'>x",
    "<a href=https://x.example/>x",
    "<p>x",
    "x<br>",
    "<pre>  \n",
    "<figure><figcaption>x",
    "&nbsp;&#0;",
    "</div></p></td>",
)


def calls(work: Any) -> int:
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(row[1] for row in pstats.Stats(profile).stats.values())  # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize("piece", PIECES)
def test_html_is_read_in_proportion_to_its_length(piece: str) -> None:
    html = piece * (LENGTH // len(piece))
    document: dict[str, Any] = {}
    refused: list[str] = []

    def read() -> None:
        try:
            document.update(from_html(html))
        except Invalid as error:
            refused.extend(one.message for one in error.problems)

    assert calls(read) <= MAX_CALLS * LENGTH
    assert bool(document) != bool(refused) and all(refused)
    assert not document or problems(document, "") == []


def nested(depth: int, kind: str) -> dict[str, Any]:
    document: dict[str, Any] = {"type": "paragraph"}
    for _ in range(depth):
        document = {"type": kind, "content": [document]}
    return {"type": "doc", "content": [document]}


FOREIGN = {
    "an unknown node many times": {"type": "doc", "content": [{"type": "mediaSingle"}] * 50_000},
    "too many nodes": {"type": "doc", "content": [{"type": "paragraph"}] * (MAX_NODES * 5)},
    "a long text": {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": "x" * MAX_BYTES}]}],
    },
    "many marks": {
        "type": "doc",
        "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": "x", "marks": [{"type": "bold"}] * 50_000}]}
        ],
    },
    "nested quotes": nested(500, "blockquote"),
    "nested tasks": nested(500, "taskItem"),
    "types that are no names": {"type": "doc", "content": [{"type": ["doc"]}, {"type": {"type": "doc"}}, {"type": 1}]},
    "attributes that are none": {"type": "doc", "content": [{"type": "heading", "attrs": [{"level": 2}]}]},
    "a level that is none": {"type": "doc", "content": [{"type": "heading", "attrs": {"level": float("nan")}}]},
}


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_documents_are_refused_in_a_few_words_and_read_by_nobody_without_end(name: str) -> None:
    document = FOREIGN[name]
    found = problems(document, "body")

    assert 0 < len(found) <= MAX_PROBLEMS and all(len(one.message) < 300 for one in found)
    for read in (lambda: problems(document, "body"), lambda: references(document), lambda: pictures(document)):
        assert calls(read) <= MAX_CALLS * 60_000
    assert calls(lambda: (to_text(document), to_html(document, lambda kind, id: None))) <= MAX_CALLS * 60_000


def test_a_page_of_another_editor_becomes_a_text() -> None:
    html = (Path(__file__).parent / "foreign_prosemirror.html").read_text("utf-8")

    text = to_text(from_html(html))

    assert text.startswith("Minutes\n\nBold by style, in-page, script, wrapped under")
    assert (
        "task one" in text
        and "only cell" in text
        and "javascript" not in to_html(from_html(html), lambda kind, id: None)
    )
