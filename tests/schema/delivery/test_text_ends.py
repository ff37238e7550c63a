"""An editor needs an empty paragraph behind a table to go on writing; visitors need none."""

from typing import Any

from tests.delivery import Ask
from tests.services import Publish

QUERY = """{ site(key: "eccp", locale: "en") { edition(slug: "iasi-2023") {
  context contextContent { json html text } focusContent { json html } } } }"""
EMPTY = {"type": "paragraph"}
SPACES: dict[str, Any] = {"type": "paragraph", "content": [{"type": "hardBreak"}, {"type": "text", "text": "  "}]}


def paragraph(words: str) -> dict[str, Any]:
    return {"type": "paragraph", "content": [{"type": "text", "text": words}]}


async def test_empty_paragraphs_at_the_end_of_a_text_are_not_delivered(ask: Ask, make_edition: Publish) -> None:
    rule, words = {"type": "horizontalRule"}, paragraph("Words")
    texts = {"context": [words, EMPTY, rule, EMPTY, SPACES, EMPTY], "focus": [EMPTY, EMPTY]}
    await make_edition(**{name: {"en": {"type": "doc", "content": content}} for name, content in texts.items()})

    edition = (await ask(QUERY))["site"]["edition"]

    context = edition["contextContent"]
    assert context["json"]["content"] == [words, EMPTY, rule], "one between others stays, as it was written"
    assert edition["context"] == context["html"] == "<p>Words</p><hr>" and context["text"] == "Words"
    assert edition["focusContent"] is None or edition["focusContent"]["json"]["content"] == [EMPTY]
