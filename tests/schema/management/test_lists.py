"""Lists of one type for editors: sorted and narrowed as the type asks for, and what each item still lacks."""

from collections.abc import Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM, Actor
from cms.items.actions import create_item, delete_item, update_item
from cms.kernel.services import Services
from storage.documents import Item
from tests.schema.management.conftest import Ask
from tests.services import Clock, Publish, person

LIST = """query ($filter: ItemFilterInput!, $sort: ItemSort, $first: Int = 100, $after: String) {
  items(filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { id title missing values(of: ["city", "start", "kind"]) } pageInfo { hasNextPage endCursor }
  } }"""


async def titles(ask: Ask, actor: Actor, sort: str, **filter: Any) -> list[str]:
    return [node["title"] for node in (await ask(actor, LIST, sort=sort, filter=filter))["items"]["nodes"]]


@pytest.fixture
async def news(services: Services, series: Item) -> list[Item]:
    told = [
        ("Žďár hosts", "invitation", "2023-05"),
        ("albena hosts", "news", "2023-05-02"),
        ("Čáslav", "news", "2024-01"),
    ]
    return [
        await create_item(
            services,
            SYSTEM,
            type="NewsItem",
            site="eccp",
            data={"title": {"en": title}, "kind": kind, "published_at": day},
        )
        for title, kind, day in told
    ]


async def test_a_list_by_title_knows_no_case_and_no_accents(ask: Ask, editor: Actor, news: list[Item]) -> None:
    assert await titles(ask, editor, "TITLE_ASC", type="NewsItem") == ["albena hosts", "Čáslav", "Žďár hosts"]
    assert await titles(ask, editor, "TITLE_DESC", type="NewsItem") == ["Žďár hosts", "Čáslav", "albena hosts"]


async def test_a_list_by_day_can_be_narrowed_to_some(ask: Ask, editor: Actor, news: list[Item]) -> None:
    assert await titles(ask, editor, "DAY_DESC", type="NewsItem") == ["Čáslav", "albena hosts", "Žďár hosts"]
    within = {"dayFrom": "2023-05-02", "dayUntil": "2023-12-31"}
    assert await titles(ask, editor, "DAY_ASC", type="NewsItem", **within) == ["albena hosts"]


@pytest.mark.parametrize("sort", ["TITLE_ASC", "TITLE_DESC", "DAY_ASC", "DAY_DESC"])
async def test_pages_of_any_order_hold_everything_once(ask: Ask, editor: Actor, news: list[Item], sort: str) -> None:
    seen: list[str] = []
    after = None
    while True:
        page = (await ask(editor, LIST, filter={"type": "NewsItem"}, sort=sort, first=1, after=after))["items"]
        seen += [node["title"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert seen == await titles(ask, editor, sort, type="NewsItem") and len(seen) == 3


async def test_a_changed_item_is_found_by_what_it_is_now(
    ask: Ask, services: Services, editor: Actor, news: list[Item]
) -> None:
    changes = {"kind": "call", "title": {"en": "Zlín"}, "published_at": "2025-02"}
    await update_item(services, SYSTEM, news[1].id, 1, changes)

    assert await titles(ask, editor, "TITLE_ASC", type="NewsItem", facets=["kind:call"]) == ["Zlín"]
    assert await titles(ask, editor, "TITLE_ASC", type="NewsItem", facets=["kind:news"]) == ["Čáslav"]
    assert await titles(ask, editor, "DAY_DESC", type="NewsItem", dayFrom="2025-01-01") == ["Zlín"]


async def test_all_facets_must_be_there(ask: Ask, editor: Actor, make_edition: Publish) -> None:
    edition = await make_edition()
    series = f"series:{edition.data['series']}"

    assert await titles(ask, editor, "DAY_ASC", facets=[series, "country:RO"]) == ["Iași"]
    assert await titles(ask, editor, "DAY_ASC", facets=[series, "country:CZ"]) == []


async def test_a_list_holds_only_what_may_be_read_whatever_narrows_it(ask: Ask, news: list[Item]) -> None:
    stranger = person("stranger", other=["editor"])

    assert await titles(ask, stranger, "TITLE_ASC", type="NewsItem", facets=["kind:news"]) == []


async def test_values_are_those_asked_for_and_there(ask: Ask, editor: Actor, make_edition: Publish) -> None:
    edition = await make_edition()

    [found] = (await ask(editor, LIST, filter={"type": "Edition"}))["items"]["nodes"]

    assert found["values"] == {"city": edition.data["city"], "start": "2023-11-21"}


async def missing(ask: Ask, actor: Actor) -> list[str]:
    [found] = (await ask(actor, LIST, filter={"type": "Edition"}))["items"]["nodes"]
    return found["missing"]


async def test_a_coming_edition_lacks_banner_and_agenda(
    ask: Ask, editor: Actor, make_edition: Publish, clock: Clock
) -> None:
    clock.set("2023-11-23T12:00:00+00:00")
    await make_edition()

    assert await missing(ask, editor) == ["banner", "agenda"]


async def test_a_past_edition_lacks_slides_and_a_summary_too(
    ask: Ask, services: Services, editor: Actor, make_edition: Publish, clock: Clock
) -> None:
    clock.set("2023-11-24T00:00:00+02:00")
    edition = await make_edition()
    before = await missing(ask, editor)

    data = {"title": {"en": "What was said"}, "kind": "event_summary", "edition": edition.id}
    summary = await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=data)
    with_summary = await missing(ask, editor)
    await delete_item(services, SYSTEM, summary.id)

    assert before == ["banner", "agenda", "slides", "summary"]
    assert with_summary == ["banner", "agenda", "slides"]
    assert await missing(ask, editor) == before


async def test_a_programme_with_slides_is_complete_but_for_its_picture(
    ask: Ask,
    services: Services,
    editor: Actor,
    publish: Publish,
    edition_data: Callable[..., dict[str, Any]],
    series: Item,
) -> None:
    file = await create_item(services, SYSTEM, type="PresentationFile", site="eccp", data={"title": {"en": "Slides"}})
    session = {"type": "keynote", "title": {"en": "Opening"}, "talks": [{"presentations": [file.id]}]}
    day = {"label": {"en": "Day 1"}, "date": "2023-11-21", "sessions": [session]}
    await create_item(services, SYSTEM, type="Edition", site="eccp", data=edition_data(days=[day]))

    assert await missing(ask, editor) == ["banner", "summary"]


async def test_a_cancelled_edition_lacks_nothing(ask: Ask, editor: Actor, make_edition: Publish) -> None:
    await make_edition(cancelled=True)

    assert await missing(ask, editor) == []


async def test_a_summary_that_one_may_not_read_does_not_count(
    ask: Ask, services: Services, make_edition: Publish, clock: Clock
) -> None:
    clock.set("2024-01-01T00:00:00+00:00")
    edition = await make_edition()
    data = {"title": {"en": "Theirs"}, "kind": "event_summary", "edition": edition.id}
    await create_item(services, SYSTEM, type="NewsItem", site="eccp", data=data)

    assert "summary" in await missing(ask, person("neighbour", nca=["editor"]))
