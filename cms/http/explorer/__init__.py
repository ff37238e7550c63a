"""The GraphQL explorer: a page of our own files only, under a policy that allows nothing else."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from html import escape
from pathlib import Path
from typing import Any

import orjson

from cms.http.asset import Asset
from cms.http.cors import Headers

FOLDER = Path(__file__).parent
FILES = ("style.css", "explorer.js", "editor.js", "highlight.js", "tidy.js", "schema.js", "docs.js")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PAGE_HEADERS: Headers = [(b"content-security-policy", POLICY.encode()), (b"referrer-policy", b"no-referrer")]


@dataclass(frozen=True, slots=True)
class Example:
    """A query that the explorer offers in its menu."""

    name: str
    query: str
    variables: dict[str, Any] = field(default_factory=dict)


def explorer_assets(path: str, title: str, examples: Sequence[Example]) -> dict[str, Asset]:
    """By what follows the endpoint's path: the page itself is at ""."""
    html = (FOLDER / "index.html").read_text(encoding="utf-8")
    page = html.replace("{{title}}", escape(title)).replace("{{base}}", escape(path.rsplit("/", 1)[-1]))
    assets = {f"/explorer/{name}": Asset.of_file(FOLDER / name) for name in FILES}
    assets[""] = Asset(page.encode(), b"text/html; charset=utf-8", PAGE_HEADERS)
    listed = orjson.dumps([asdict(example) for example in examples])
    assets["/examples"] = Asset(listed, b"application/json; charset=utf-8")
    return assets
