"""Words as search compares them; `tests/facts/words.json` is tried in the admin interface too (`words.test.ts`)."""

import json
import unicodedata
from pathlib import Path

import pytest

from cms.content.rules.folding import folded, folded_words
from cms.content.rules.slug import slug_from

VECTORS = json.loads((Path(__file__).parents[3] / "facts" / "words.json").read_text(encoding="utf-8"))


def test_there_are_vectors_in_three_alphabets() -> None:
    letters = "".join(title for title, _slug, _words in VECTORS)

    assert len(VECTORS) >= 200
    assert {"ž", "ł", "ø", "ı", "ж", "ъ", "ї", "θ", "ς"} <= set(letters)


@pytest.mark.parametrize(("title", "slug", "words"), VECTORS)
def test_the_server_and_the_form_make_the_same_of_a_title(title: str, slug: str, words: str) -> None:
    assert slug_from(title) == slug
    assert " ".join(folded_words(title)) == words


def test_the_beginning_of_what_somebody_types_is_the_beginning_of_what_is_found() -> None:
    for title, _slug, _words in VECTORS:
        composed = unicodedata.normalize("NFC", title)
        for end in range(len(composed)):
            assert folded(composed).startswith(folded(composed[:end])), composed[:end]
