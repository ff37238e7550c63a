"""What a site shows differently of an item that it shares: the original stays, and both are edited by their owners."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from cms.access.actor import SYSTEM
from cms.content_types.pins import MAX_PINS
from cms.items.actions import (
    create_item,
    create_preview,
    delete_item,
    discard_override,
    publish_item,
    publish_override,
    restore_item,
    share_item,
    unpublish_item,
    update_item,
    update_override,
    withdraw_override,
)
from cms.items.previews import PreviewTokens
from cms.kernel.errors import Conflict, Invalid, NotFound, NotPermitted, TransitionNotAllowed
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, ReferenceEdge, SiteOverride
from tests.cms.items.test_publish_item import PICTURE
from tests.delivery import Ask
from tests.services import Publish, person, with_account

CZECH_EDITOR = person("alena", nca=["editor"])
TITLE = (
    "query ($site: String!, $locale: Locale) { site(key: $site, locale: $locale) { news { nodes { title lead } } } }"
)


@pytest.fixture
async def news(sites: None, publish: Publish) -> Item:
    """A piece of news of the European site, in English and Czech, shared with the Czech one."""
    data = {
        "kind": "news",
        "title": {"en": "Burgas invites", "cs": "Burgas zve"},
        "lead": {"en": "Come in May.", "cs": "Přijeďte v květnu."},
        "published_at": "2024-03-01",
    }
    return await publish("NewsItem", data, ["en", "cs"], slugs={"en": "burgas", "cs": "burgas"}, shared=["nca"])


Titles = Callable[[str, str], Awaitable[list[tuple[str, str]]]]


@pytest.fixture
def titles(ask: Ask) -> Titles:
    """(title, lead) of a site's news."""

    async def read(site: str, locale: str) -> list[tuple[str, str]]:
        nodes = (await ask(TITLE, site=site, locale=locale))["site"]["news"]["nodes"]
        return [(node["title"], node["lead"]) for node in nodes]

    return read


async def override(services: Services, item: Item, data: dict[str, Any], base: int = 0) -> SiteOverride:
    await update_override(services, CZECH_EDITOR, item.id, "nca", base, data)
    return await publish_override(services, CZECH_EDITOR, item.id, "nca")


async def test_an_override_shows_on_its_site_alone_and_only_once_it_is_published(
    services: Services, news: Item, titles: Titles
) -> None:
    original = [("Burgas zve", "Přijeďte v květnu.")]

    await update_override(services, CZECH_EDITOR, news.id, "nca", 0, {"title": {"cs": "Jedeme do Burgasu"}})
    assert await titles("nca", "cs") == original
    await publish_override(services, CZECH_EDITOR, news.id, "nca")

    assert await titles("nca", "cs") == [("Jedeme do Burgasu", "Přijeďte v květnu.")]
    assert await titles("nca", "en") == [("Burgas invites", "Come in May.")]
    assert await titles("eccp", "en") == [("Burgas invites", "Come in May.")]
    stored = await services.repository.items.get(news.id)
    assert stored and (stored.version, stored.data) == (news.version, news.data)


async def test_a_withdrawn_override_gives_the_original_back_and_keeps_its_draft(
    services: Services, news: Item, titles: Titles
) -> None:
    await override(services, news, {"lead": {"cs": "Jedeme všichni."}})

    withdrawn = await withdraw_override(services, CZECH_EDITOR, news.id, "nca")

    assert await titles("nca", "cs") == [("Burgas zve", "Přijeďte v květnu.")]
    assert (withdrawn.data, withdrawn.live) == ({"lead": {"cs": "Jedeme všichni."}}, None)
    with pytest.raises(TransitionNotAllowed):
        await withdraw_override(services, CZECH_EDITOR, news.id, "nca")


async def test_an_override_stays_when_the_original_is_published_anew(
    services: Services, news: Item, titles: Titles
) -> None:
    await override(services, news, {"title": {"cs": "Jedeme do Burgasu"}})

    await update_item(services, SYSTEM, news.id, 1, {"lead": {"en": "Come in June.", "cs": "Přijeďte v červnu."}})
    await publish_item(services, SYSTEM, news.id, ["en", "cs"])

    assert await titles("nca", "cs") == [("Jedeme do Burgasu", "Přijeďte v červnu.")]


async def test_an_override_goes_and_comes_back_with_what_it_is_about(
    services: Services, news: Item, titles: Titles
) -> None:
    own, original = [("Jedeme do Burgasu", "Přijeďte v květnu.")], [("Burgas zve", "Přijeďte v květnu.")]
    await override(services, news, {"title": {"cs": "Jedeme do Burgasu"}})

    await share_item(services, SYSTEM, news.id, [])
    assert await titles("nca", "cs") == []
    await share_item(services, SYSTEM, news.id, ["nca"])
    assert await titles("nca", "cs") == own

    await unpublish_item(services, SYSTEM, news.id, ["en", "cs"])
    await publish_item(services, SYSTEM, news.id, ["cs"])
    assert await titles("nca", "cs") == own

    await delete_item(services, SYSTEM, news.id)
    assert await titles("nca", "cs") == []
    await restore_item(services, SYSTEM, news.id)
    await publish_item(services, SYSTEM, news.id, ["en", "cs"])
    assert await titles("nca", "cs") == own
    await withdraw_override(services, CZECH_EDITOR, news.id, "nca")
    assert await titles("nca", "cs") == original


async def test_rights_on_the_site_that_overrides_are_needed_and_enough(services: Services, news: Item) -> None:
    owner, stranger = person("olga", eccp=["editor"]), person("sam", other=["editor"])
    reviewer = person("rita", nca=["contributor"])
    change = {"title": {"cs": "Jinak"}}

    with pytest.raises(NotPermitted):
        await update_override(services, owner, news.id, "nca", 0, change)
    with pytest.raises(NotPermitted):
        await update_override(services, reviewer, news.id, "nca", 0, change)
    with pytest.raises(NotFound):
        await update_override(services, stranger, news.id, "nca", 0, change)
    with pytest.raises(NotPermitted):
        await update_item(services, CZECH_EDITOR, news.id, 1, change)
    await update_override(services, CZECH_EDITOR, news.id, "nca", 0, change)
    with pytest.raises(NotPermitted):
        await publish_override(services, owner, news.id, "nca")
    assert await services.repository.overrides.get(news.id, "eccp") is None


async def test_a_site_that_does_not_show_an_item_overrides_nothing(
    services: Services, sites: None, publish: Publish
) -> None:
    own = await publish("NewsItem", {"kind": "news", "title": {"en": "Ours"}, "published_at": "2024-03"})
    person_ = await publish("Person", {"name": "Ana"}, slugs={"en": "ana"})

    with pytest.raises(Invalid, match="does not show"):
        await update_override(services, SYSTEM, own.id, "nca", 0, {"title": {"cs": "Naše"}})
    with pytest.raises(Invalid, match="same on all sites"):
        await update_override(services, SYSTEM, person_.id, "eccp", 0, {"title": {"cs": "Naše"}})


async def test_two_people_who_override_at_once_lose_nothing(services: Services, news: Item) -> None:
    first = await update_override(services, CZECH_EDITOR, news.id, "nca", 0, {"title": {"cs": "A"}, "order": 3})

    await update_override(services, CZECH_EDITOR, news.id, "nca", first.version, {"lead": {"cs": "B"}})
    merged = await update_override(services, SYSTEM, news.id, "nca", first.version, {"order": None})
    assert merged.data == {"title": {"cs": "A"}, "lead": {"cs": "B"}}
    assert merged.version == 3

    with pytest.raises(Conflict) as both:
        await update_override(services, SYSTEM, news.id, "nca", first.version, {"lead": {"cs": "C"}})
    [clash] = both.value.clashes
    assert (clash.at, clash.locale, clash.base, clash.theirs, clash.yours) == ("lead", "cs", None, "B", "C")
    assert both.value.version == 3
    with pytest.raises(Conflict):
        await update_override(services, SYSTEM, news.id, "nca", 17, {"lead": {"cs": "C"}})


async def test_a_discarded_draft_is_what_is_live_again_or_gone(services: Services, news: Item) -> None:
    await update_override(services, CZECH_EDITOR, news.id, "nca", 0, {"title": {"cs": "A"}})
    assert await discard_override(services, CZECH_EDITOR, news.id, "nca") is None

    again = await update_override(services, CZECH_EDITOR, news.id, "nca", 0, {"title": {"cs": "B"}})
    assert again.version == 2  # its history goes on
    await publish_override(services, CZECH_EDITOR, news.id, "nca")
    await update_override(services, CZECH_EDITOR, news.id, "nca", 2, {"title": {"cs": "C"}})
    back = await discard_override(services, CZECH_EDITOR, news.id, "nca")

    assert back and (back.data, back.live, back.version) == ({"title": {"cs": "B"}}, {"title": {"cs": "B"}}, 4)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"body": {"cs": "x"}}, "UNKNOWN_FIELD"),
        ({"title": "x"}, "NOT_LOCALIZED"),
        ({"title": {"cs": 3}}, "NOT_TEXT"),
        ({"order": "first"}, "NOT_A_NUMBER"),
        ({"image": "64b0c0ffee64b0c0ffee64b0"}, "UNKNOWN_REFERENCE"),
    ],
)
async def test_what_has_not_the_declared_shape_is_refused(
    services: Services, news: Item, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await update_override(services, CZECH_EDITOR, news.id, "nca", 0, changes)

    assert [problem.code for problem in refused.value.problems] == [code]


async def test_what_breaks_a_rule_stays_a_draft(services: Services, news: Item, publish: Publish) -> None:
    changes = {"title": {"cs": "x" * 201}, "order": 5000}
    await update_override(services, CZECH_EDITOR, news.id, "nca", 0, changes)

    with pytest.raises(Invalid) as refused:
        await publish_override(services, CZECH_EDITOR, news.id, "nca")

    found = [(problem.field, problem.locale, problem.code) for problem in refused.value.problems]
    assert found == [("title", "cs", "TOO_LONG"), ("order", None, "OUT_OF_RANGE")]
    await update_override(services, CZECH_EDITOR, news.id, "nca", 1, {"title": None, "order": None})
    with pytest.raises(Invalid, match="says nothing"):
        await publish_override(services, CZECH_EDITOR, news.id, "nca")


async def test_every_change_is_in_the_audit_trail_of_the_site_that_overrides(services: Services, news: Item) -> None:
    await override(services, news, {"title": {"cs": "A"}})
    await withdraw_override(services, CZECH_EDITOR, news.id, "nca")

    entries = await AuditEntry.find({"site": "nca", "item": news.id}).sort("_id").to_list()

    assert {entry.action for entry in entries} == {"update_override", "publish_override", "withdraw_override"}
    assert {entry.by for entry in entries} == {"alena"}


async def test_an_edition_has_its_title_lead_and_card_overridden(
    services: Services, make_edition: Publish, ask: Ask
) -> None:
    edition = await make_edition(locales=["en", "cs"])
    await override(services, edition, {"title": {"cs": "Setkání v Jasech"}, "lead": {"cs": "Náš pohled."}})
    query = """{ site(key: "nca", locale: "cs") {
        edition(slug: "iasi-2023") { title listLabel lead seo { title } }
        route(path: "/editions/iasi-2023") { ... on Edition { title } }
        editions { nodes { listLabel } } } }"""

    shown = (await ask(query))["site"]

    assert shown["edition"]["title"] == shown["edition"]["listLabel"] == "Setkání v Jasech"
    assert shown["edition"]["lead"] == "Náš pohled."
    assert shown["route"]["title"] == shown["editions"]["nodes"][0]["listLabel"] == "Setkání v Jasech"
    assert (await ask('{ site(key: "eccp") { edition(slug: "iasi-2023") { title } } }'))["site"]["edition"] == {
        "title": "Clusters meet Regions – Iași"
    }


LIST = """query ($first: Int!, $after: String, $sort: NewsItemSort) { site(key: "nca", locale: "cs") {
    news(first: $first, after: $after, sort: $sort) { totalCount
      edges { cursor node { title } } pageInfo { hasNextPage endCursor } } } }"""


async def pages(ask: Ask, size: int, **options: Any) -> list[str]:
    """All titles, page by page."""
    found, after = [], None
    while True:
        news = (await ask(LIST, first=size, after=after, **options))["site"]["news"]
        found += [edge["node"]["title"] for edge in news["edges"]]
        after = news["pageInfo"]["endCursor"]
        if not news["pageInfo"]["hasNextPage"]:
            return found


@pytest.fixture
async def many(sites: None, publish: Publish) -> list[Item]:
    """Seven pieces of news, from the oldest to the newest."""
    made: list[Item] = []
    for day in range(1, 8):
        data = {"kind": "news", "title": {"cs": f"Zpráva {day}"}, "published_at": f"2024-03-0{day}"}
        made.append(await publish("NewsItem", data, ["cs"], slugs={"cs": f"zprava-{day}"}, site="nca"))
    return made


@pytest.mark.parametrize("size", [1, 2, 3, 7, 20])
async def test_what_a_site_puts_first_comes_first_whatever_the_size_of_a_page(
    services: Services, many: list[Item], ask: Ask, size: int
) -> None:
    for number, order in ((2, 20), (5, 10), (1, 20)):
        await override(services, many[number - 1], {"order": order})

    found = await pages(ask, size)

    same_place = sorted((1, 2), key=lambda number: many[number - 1].id)
    assert found == [f"Zpráva {number}" for number in (5, *same_place, 7, 6, 4, 3)]
    assert await pages(ask, size, sort="PUBLISHED_DESC") == [f"Zpráva {number}" for number in range(7, 0, -1)]


async def test_a_filtered_list_puts_first_only_what_it_finds(services: Services, many: list[Item], ask: Ask) -> None:
    await override(services, many[0], {"order": 1})
    query = """query ($filter: NewsItemFilter) { site(key: "nca", locale: "cs") {
        news(filter: $filter) { totalCount nodes { title } } } }"""

    since = (await ask(query, filter={"publishedAt": {"from": "2024-03-06"}}))["site"]["news"]
    until = (await ask(query, filter={"publishedAt": {"to": "2024-03-02"}}))["site"]["news"]

    assert since == {"totalCount": 2, "nodes": [{"title": "Zpráva 7"}, {"title": "Zpráva 6"}]}
    assert until == {"totalCount": 2, "nodes": [{"title": "Zpráva 1"}, {"title": "Zpráva 2"}]}


async def test_a_cursor_among_what_comes_first_is_of_no_other_order(
    services: Services, many: list[Item], answer: Ask
) -> None:
    await override(services, many[0], {"order": 1})
    first = (await answer(LIST, first=1))["data"]["site"]["news"]["edges"][0]["cursor"]

    refused = await answer(LIST, first=1, after=first, sort="PUBLISHED_DESC")

    assert refused["errors"][0]["extensions"]["code"] == "INVALID"


async def test_places_go_with_the_override_and_stay_when_the_site_is_published_anew(
    services: Services, many: list[Item], ask: Ask
) -> None:
    await override(services, many[0], {"order": 1})
    site = await Item.find_one({"type": "Site", "data.key": "nca"})
    assert site

    await unpublish_item(services, SYSTEM, site.id, ["cs", "en"], even_if_used=True)
    await publish_item(services, SYSTEM, site.id, ["cs", "en"])
    assert (await pages(ask, 3))[0] == "Zpráva 1"
    await publish_item(services, SYSTEM, site.id, ["cs"])
    assert (await pages(ask, 3))[0] == "Zpráva 1"

    await withdraw_override(services, CZECH_EDITOR, many[0].id, "nca")
    assert (await pages(ask, 3))[0] == "Zpráva 7"


async def test_few_items_come_first(services: Services, sites: None, publish: Publish) -> None:
    items = [
        await publish(
            "NewsItem",
            {"kind": "news", "title": {"cs": f"Zpráva {number}"}, "published_at": "2024-03"},
            ["cs"],
            site="nca",
        )
        for number in range(MAX_PINS + 1)
    ]
    for item in items[:-1]:
        await override(services, item, {"order": 1})

    with pytest.raises(Invalid, match="come first"):
        await override(services, items[-1], {"order": 1})


async def test_previews_show_drafts_of_overrides_and_of_places(services: Services, many: list[Item], ask: Ask) -> None:
    await update_override(services, CZECH_EDITOR, many[0].id, "nca", 0, {"title": {"cs": "Návrh"}, "order": 1})
    await with_account(services, CZECH_EDITOR)
    token = PreviewTokens.of(services).token(await create_preview(services, CZECH_EDITOR, "nca"))
    query = """query ($preview: String) { site(key: "nca", locale: "cs", preview: $preview) {
        news(first: 1) { nodes { title } } } }"""

    assert (await ask(query, preview=token))["site"]["news"]["nodes"] == [{"title": "Návrh"}]
    assert (await ask(query))["site"]["news"]["nodes"] == [{"title": "Zpráva 7"}]


async def test_a_picture_of_the_sites_own_needs_words_and_is_in_use_where_it_is_seen(
    services: Services, news: Item, publish: Publish, ask: Ask
) -> None:
    data = {"filename": "burgas.png", "alt": {"en": "A harbour"}}
    asset = await create_item(services, SYSTEM, type="FileAsset", site="eccp", data=data, facts=PICTURE)
    await publish_item(services, SYSTEM, asset.id, ["en"])
    await update_override(services, CZECH_EDITOR, news.id, "nca", 0, {"image": asset.id})
    with pytest.raises(Invalid, match="alternative text"):  # in Czech there is none
        await publish_override(services, CZECH_EDITOR, news.id, "nca")
    await update_item(services, SYSTEM, asset.id, 1, {"alt": {"en": "A harbour", "cs": "Přístav"}})
    await publish_item(services, SYSTEM, asset.id, ["en", "cs"])
    await publish_override(services, CZECH_EDITOR, news.id, "nca")
    query = '{ site(key: "nca", locale: "cs") { news { nodes { image { alt } } } } }'

    assert (await ask(query))["site"]["news"]["nodes"] == [{"image": {"alt": "Přístav"}}]
    assert await used(asset) == {("draft", "overrides.nca.image"), ("live", "overrides.nca.image")}
    await update_item(services, SYSTEM, news.id, 1, {"tags": ["sea"]})
    assert len(await used(asset)) == 2  # a new draft of the item is not one of the override
    await share_item(services, SYSTEM, news.id, [])
    assert await used(asset) == {("draft", "overrides.nca.image")}
    await delete_item(services, SYSTEM, news.id)
    assert await used(asset) == set()
    await restore_item(services, SYSTEM, news.id)
    assert await used(asset) == {("draft", "overrides.nca.image")}
    await share_item(services, SYSTEM, news.id, ["nca"])
    await publish_item(services, SYSTEM, news.id, ["cs"])
    assert len(await used(asset)) == 2
    await withdraw_override(services, CZECH_EDITOR, news.id, "nca")
    await discard_override(services, CZECH_EDITOR, news.id, "nca")
    assert await used(asset) == set()


async def used(item: Item) -> set[tuple[str, str]]:
    return {(edge.world, edge.at) for edge in await ReferenceEdge.find({"target": item.id}).to_list()}
