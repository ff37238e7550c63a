"""Blocks that depend on the clock, as visitors and previews get them over HTTP: teasers of calls and lists."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import schedule_expiry
from cms.items.actions.preview_site import create_preview
from cms.items.previews import PreviewTokens
from cms.kernel.services import Services
from storage.documents import Item
from tests.services import Clock, Publish

BLOCKS = """query ($p: String) { site(key: "eccp", preview: $p) { page(path: "home") { blocks { __typename key
  ... on CallTeaserBlock { call { title state series { title } } }
  ... on NewsListBlock { news { title } } } } } }"""
BEFORE, DURING, AFTER = "2024-01-01T00:00:00+00:00", "2024-02-15T12:00:00+00:00", "2024-04-01T00:00:00+00:00"
Call = Callable[..., Awaitable[Item]]


@pytest.fixture
def call(publish: Publish, series: Item) -> Call:
    async def make(title: str, opens: str, closes: str) -> Item:
        body = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Host us"}]}]}
        zone = {"time_zone": "Europe/Brussels", "series": series.id}
        data = {"title": {"en": title}, "body": {"en": body}, "opens": f"{opens}T09:00", "closes": f"{closes}T18:00"}
        return await publish("CallForHosts", {**data, **zone})

    return make


@pytest.fixture
def page(publish: Publish) -> Callable[..., Awaitable[Item]]:
    """The home page with these blocks."""

    async def make(*blocks: dict[str, Any]) -> Item:
        shown = [{"id": f"b{number}", **one} for number, one in enumerate(blocks)]
        return await publish("Page", {"title": {"en": "Home"}, "blocks": {"en": shown}}, slugs={"en": "home"})

    return make


def teaser(call: Item | None = None, *, only_while_open: bool = False) -> dict[str, Any]:
    chosen = {"call": call.id} if call else {}
    return {"kind": "call_teaser", "only_while_open": only_while_open, **chosen}


async def shown(visitor: httpx.AsyncClient, preview: str | None = None) -> list[tuple[str, str | None]]:
    """(block, title of its call) of the teasers that are delivered."""
    answer = (await visitor.post("/graphql", json={"query": BLOCKS, "variables": {"p": preview}})).json()
    assert "errors" not in answer, answer
    blocks = answer["data"]["site"]["page"]["blocks"]
    return [(one["key"], (one["call"] or {}).get("title")) for one in blocks]


async def test_a_teaser_that_is_shown_only_while_its_call_is_open_is_left_out_otherwise(
    visitor: httpx.AsyncClient, clock: Clock, call: Call, page: Any
) -> None:
    spring, summer = await call("Spring", "2024-02-01", "2024-03-01"), await call("Summer", "2024-03-15", "2024-05-01")
    await page(teaser(spring, only_while_open=True), teaser(spring), teaser(summer, only_while_open=True))

    async def at(moment: str) -> list[tuple[str, str | None]]:
        clock.set(moment)
        return await shown(visitor)

    assert await at(BEFORE) == [("b1", "Spring")]
    assert await at(DURING) == [("b0", "Spring"), ("b1", "Spring")]
    assert await at("2024-03-01T16:59:59+00:00") == [("b0", "Spring"), ("b1", "Spring")]
    assert await at("2024-03-01T17:00:00+00:00") == [("b1", "Spring")]
    assert await at(AFTER) == [("b1", "Spring"), ("b2", "Summer")]


async def test_a_teaser_without_a_call_follows_the_one_that_is_open(
    visitor: httpx.AsyncClient, clock: Clock, call: Call, page: Any
) -> None:
    await call("Spring", "2024-02-01", "2024-03-01")
    await call("Summer", "2024-03-15", "2024-05-01")
    await page(teaser(), teaser(only_while_open=True))

    followed = {}
    for moment in (BEFORE, DURING, "2024-03-10T00:00:00+00:00", AFTER):
        clock.set(moment)
        followed[moment[:10]] = await shown(visitor)

    assert followed == {
        "2024-01-01": [],
        "2024-02-15": [("b0", "Spring"), ("b1", "Spring")],
        "2024-03-10": [],
        "2024-04-01": [("b0", "Summer"), ("b1", "Summer")],
    }


async def test_a_teaser_whose_call_was_taken_away_is_shown_only_where_it_need_not_be_open(
    services: Services, visitor: httpx.AsyncClient, clock: Clock, call: Call, page: Any
) -> None:
    clock.set(BEFORE)
    spring = await call("Spring", "2024-02-01", "2024-03-01")
    await page(teaser(spring, only_while_open=True), teaser(spring), teaser())
    await schedule_expiry(services, SYSTEM, spring.id, "en", "2024-02-10T12:00")

    clock.set(DURING)

    assert await shown(visitor) == [("b1", None)]


async def test_a_preview_as_of_a_moment_shows_the_blocks_of_that_moment(
    services: Services, visitor: httpx.AsyncClient, call: Call, page: Any
) -> None:
    spring = await call("Spring", "2024-02-01", "2024-03-01")
    await page(teaser(spring, only_while_open=True), teaser())

    async def as_of(moment: str) -> list[tuple[str, str | None]]:
        preview = await create_preview(services, SYSTEM, "eccp", as_of=moment)
        return await shown(visitor, PreviewTokens.of(services).token(preview))

    assert await shown(visitor) == []
    assert await as_of("2024-02-15T12:00") == [("b0", "Spring"), ("b1", "Spring")]
    assert await as_of("2024-03-15T12:00") == []


async def test_what_the_clock_hides_takes_no_place_in_the_list_of_a_block(
    services: Services, visitor: httpx.AsyncClient, clock: Clock, sites: None, publish: Publish, page: Any
) -> None:
    made = []
    for title, day in {"Old": "2024-01-01", "New": "2024-01-02", "Newest": "2024-01-03"}.items():
        data = {"kind": "news", "title": {"en": title}, "published_at": day}
        made.append(await publish("NewsItem", data))
    await schedule_expiry(services, SYSTEM, made[-1].id, "en", "2024-05-01T12:00")
    await page({"kind": "news_list", "limit": 2})

    clock.set("2024-05-02T00:00:00+00:00")
    answer = (await visitor.post("/graphql", json={"query": BLOCKS})).json()

    [block] = answer["data"]["site"]["page"]["blocks"]
    assert [one["title"] for one in block["news"]] == ["New", "Old"]
