"""docs/glossary.md says in Czech and Bulgarian what the interface says."""

import json
import re

import pytest

from cms.content_types.interface_document import content_types_document
from tests.platform.project import ROOT

ROWS = {
    row[0]: {"cs": row[2], "bg": row[3]}
    for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    if len(row := [cell.strip() for cell in line.strip("|").split(" | ")]) == 4
}
SAID = {
    "draft": ("ui", "states.private"),
    "release": ("releases", "title"),
    "recycle bin": ("bin", "title"),
    "audit trail": ("audit", "title"),
    "redirect": ("redirects", "title"),
    "webhook": ("webhooks", "title"),
    "alternative text": ("files", "alt"),
    "decorative image": ("rich-text", "decorative"),
    "URL path": ("form", "slug"),
    "outdated": ("collaboration", "open.STALE"),
    "API token": ("account", "tokens.title"),
}


@pytest.mark.parametrize("locale", ["cs", "bg"])
@pytest.mark.parametrize("word", SAID)
def test_a_word_is_that_of_the_interface(word: str, locale: str) -> None:
    area, key = SAID[word]
    said = json.loads((ROOT / "admin_ui/src" / area / f"messages.{locale}.json").read_text("utf-8"))
    for part in key.split("."):
        said = said[part]

    assert _stems(ROWS[word][locale]) == _stems(said)


@pytest.mark.parametrize("locale", ["cs", "bg"])
def test_a_content_type_is_called_the_same(locale: str) -> None:
    said = content_types_document(locale)["texts"]["singular"]["CallForHosts"]

    assert _stems(ROWS["call for hosts"][locale]) == _stems(said)


def _stems(words: str) -> set[str]:
    """Their first four letters: a title may be in the plural."""
    return {one[:4] for one in re.findall(r"\w+", words.lower()) if len(one) > 2}
