"""Import and paste understand foreign HTML alike: both read the same texts."""

import json
from pathlib import Path
from typing import Any

import pytest

from cms.content.richtext import from_html, problems
from tests.cms.content.richtext.sketch import sketch

VECTORS = Path(__file__).parents[4] / "admin_ui" / "src" / "rich-text" / "paste" / "meaning.json"


@pytest.mark.parametrize("vector", json.loads(VECTORS.read_text("utf-8")), ids=lambda one: one["says"])
def test_foreign_html_means_the_same_as_in_the_editor(vector: dict[str, Any]) -> None:
    document = from_html(vector["html"])

    assert problems(document, "") == []
    assert sketch(document) == vector["gives"]
