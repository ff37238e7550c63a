"""What visitors ask: by GET and POST, on both sites, in all languages, with previews, rights and hosts of all sorts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import orjson

NEWS = """query ($s: String!, $l: Locale, $p: String) { site(key: $s, locale: $l, preview: $p) { name
  news(first: 3) { totalCount nodes { itemId title lead url locale edition { city } } } } }"""
ITEM = """query ($s: String!, $l: Locale, $p: String, $slug: String!) { site(key: $s, locale: $l, preview: $p) {
  newsItem(slug: $slug) { title lead canonicalUrl related { title } blocks { key ... on TextBlock { body } } } } }"""
EDITION = """query ($s: String!, $l: Locale, $p: String) { site(key: $s, locale: $l, preview: $p) {
  edition(slug: "iasi") { title theme status sectors { label } series { title } partners { organisation { name } }
    days { sessions { talks { speakers { person { name } } } } } }
  editions(filter: {status: [UPCOMING]}) { totalCount nodes { title } } } }"""
FRAME = """query ($s: String!, $l: Locale, $p: String) { site(key: $s, locale: $l, preview: $p) { name locales
  menu(slot: MAIN) { label url } vocabularies { key terms { slug label } } allSeries { nodes { title } }
  page(path: "home") { title blocks { ... on NewsListBlock { news { title } }
    ... on EditionListBlock { editions { title } } } } } }"""
ROUTE = """query ($s: String!, $path: String!) { site(key: $s) { route(path: $path) { __typename
  ... on Redirect { to permanent } ... on NewsItem { title } } } }"""
PLACES = (("eccp", "en"), ("nca", "cs"), ("nca", "en"), ("nca", None))


@dataclass(frozen=True, slots=True)
class Question:
    """A request of a visitor."""

    query: str
    variables: dict[str, Any]
    by_post: bool = False
    headers: dict[str, str] = field(default_factory=dict[str, str])

    async def ask(self, client: httpx.AsyncClient) -> tuple[int, Any]:
        """(status, answer)."""
        if self.by_post:
            body = {"query": self.query, "variables": self.variables}
            answer = await client.post("/graphql", json=body, headers=self.headers)
        else:
            asked = {"query": self.query, "variables": orjson.dumps(self.variables).decode()}
            answer = await client.get("/graphql", params=asked, headers=self.headers)
        return answer.status_code, answer.json()

    def __str__(self) -> str:
        return f"{self.query.split('{')[2].strip()[:60]} {self.variables} {self.headers} by_post={self.by_post}"


def questions(preview: str) -> list[Question]:
    """`preview`: a token for the first site."""
    found = [Question(query, variables) for query, variables in _public()]
    shown = {"s": "eccp", "l": "en", "p": preview}
    special = [
        Question(NEWS, {"s": "eccp", "l": "en"}, by_post=True),
        Question(EDITION, {"s": "nca", "l": "cs"}, by_post=True),
        Question(NEWS, shown),
        Question(ITEM, {**shown, "slug": "news-1"}, by_post=True),
        Question(NEWS, {"s": "eccp", "l": "en"}, headers={"preview-token": preview}),
        Question(NEWS, {"s": "eccp", "l": "en"}, headers={"host": "other.example"}),
        Question(NEWS, {"s": "nca", "l": "cs"}, headers={"authorization": "Bearer nobody"}),
    ]
    return found + special


def _public() -> Iterator[tuple[str, dict[str, Any]]]:
    for site, locale in PLACES:
        place = {"s": site, "l": locale}
        yield from ((query, place) for query in (NEWS, EDITION, FRAME))
        yield ITEM, {**place, "slug": "news-1"}
        yield ITEM, {**place, "slug": "novinka-1"}
    for path in ("/news/news-0", "/news/moved", "/cs/news/novinka-0", "/old/address"):
        yield from ((ROUTE, {"s": site, "path": path}) for site in ("eccp", "nca"))
