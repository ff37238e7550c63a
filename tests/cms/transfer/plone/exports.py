"""Exports of Plone for tests: small ones from a real Plone, and objects made by hand."""

import json
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent / "cases"


def case(name: str) -> list[dict[str, Any]]:
    """Of the one file whose name begins so."""
    [path] = CASES.glob(f"{name}*.json")
    return json.loads(path.read_text(encoding="utf-8-sig"))


def news(number: int, **changes: Any) -> dict[str, Any]:
    """A published news item; `number` makes its UID."""
    return {
        "@id": f"https://old.example.org/cs/aktuality/zprava-{number}",
        "@type": "News Item",
        "UID": f"{number:032d}",
        "id": f"zprava-{number}",
        "title": f"Zpráva {number}",
        "description": "Perex",
        "text": {"content-type": "text/html", "data": f"<p>Text {number}.</p>", "encoding": "utf-8"},
        "review_state": "published",
        "language": "cs",
        "effective": "2024-01-10T08:00:00+00:00",
        "created": "2024-01-09T08:00:00+00:00",
        "expires": None,
        "subjects": ["a", "b"],
        **changes,
    }


def html(text: str) -> dict[str, str]:
    """The value of a `text`."""
    return {"content-type": "text/html", "data": text, "encoding": "utf-8"}
