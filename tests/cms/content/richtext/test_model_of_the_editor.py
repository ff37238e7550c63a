"""The editor's interface knows the model of rich texts by a file; its own tests compare the editor with that."""

import json
from pathlib import Path
from typing import Any

from cms.content.richtext.model import MARKS, NODES, REQUIRED

MODEL = Path(__file__).parents[4] / "admin_ui" / "src" / "rich-text" / "model" / "model.json"


def attributes(declared: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {"required": True} if default is REQUIRED else {"default": default}
        for name, (default, _) in declared.items()
    }


def test_the_editor_has_the_model_that_is_checked_here() -> None:
    nodes = {
        name: {"content": content, "group": group, "attrs": attributes(declared)}
        for name, (content, group, declared) in NODES.items()
    }
    marks = {name: attributes(declared) for name, declared in MARKS.items()}

    told = json.loads(MODEL.read_text("utf-8"))

    assert told == {"nodes": nodes, "marks": marks}
    assert list(told["marks"]) == list(marks)
