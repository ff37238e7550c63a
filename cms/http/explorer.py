"""The GraphQL explorer: GraphiQL, built with the admin interface, under a policy that allows no programs of others."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from html import escape
from typing import Any

import orjson

from cms.http.admin import BUILT, NOT_BUILT
from cms.http.asset import Asset
from cms.http.cors import Headers

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""GraphiQL's editor writes its styles into the page."""
PAGE = BUILT / "explorer" / "index.html"
PAGE_HEADERS: Headers = [(b"content-security-policy", POLICY.encode()), (b"referrer-policy", b"no-referrer")]


@dataclass(frozen=True, slots=True)
class Example:
    """A query that the explorer offers in its menu."""

    name: str
    query: str
    variables: dict[str, Any] = field(default_factory=dict)


class ExplorerPage:
    """Read when it is first asked for, as it may be built after the process began. `title` of the API."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._asset: Asset | None = None

    def asset(self) -> Asset:
        if self._asset is None and PAGE.is_file():
            html = PAGE.read_text(encoding="utf-8").replace("{{title}}", escape(self._title))
            self._asset = Asset(html.encode(), b"text/html; charset=utf-8", PAGE_HEADERS)
        return self._asset or Asset(NOT_BUILT.encode(), b"text/plain; charset=utf-8", status=503)


def examples_asset(examples: Sequence[Example]) -> Asset:
    listed = orjson.dumps([asdict(example) for example in examples])
    return Asset(listed, b"application/json; charset=utf-8")
