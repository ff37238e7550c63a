"""Old addresses: they lead to where the item is now, whatever it was renamed to, and never in a circle."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cms.access.actor import SYSTEM
from cms.items.actions import (
    add_redirect,
    delete_item,
    publish_item,
    remove_redirect,
    share_item,
    unpublish_item,
    update_item,
)
from cms.kernel.errors import Invalid, NotFound, NotPermitted
from cms.kernel.services import Services
from storage.documents import AuditEntry, Item, Redirect
from storage.mongo import Mongo
from tests.delivery import Ask
from tests.services import Publish, person

ROUTE = """query ($site: String!, $path: String!, $locale: Locale) { site(key: $site, locale: $locale) {
    route(path: $path) { __typename ... on Redirect { to permanent } ... on NewsItem { title } } } }"""


async def route(ask: Ask, path: str, site: str = "eccp", locale: str | None = None) -> tuple[str, str] | None:
    found = (await ask(ROUTE, site=site, path=path, locale=locale))["site"]["route"]
    return (found["__typename"], found.get("to") or found.get("title")) if found else None


NAMES = ("harbour", "lighthouse", "quay", "pier")


@dataclass
class Addresses:
    """What visitors should find: who is at each address, who was there last, and where everybody is."""

    now: dict[str, str] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)

    def move(self, item: str, slug: str) -> bool:
        """False where somebody else is there."""
        if slug in self.now:
            return False
        for old in [one for one, holder in self.now.items() if holder == item]:
            del self.now[old]
        self.now[slug] = self.last[slug] = item
        return True

    def of(self, item: str) -> str:
        return next(slug for slug, holder in self.now.items() if holder == item)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(moves=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(NAMES)), max_size=12))
async def test_every_old_address_leads_to_its_holder_or_to_where_its_last_one_is_now(
    mongo: Mongo, services: Services, ask: Ask, sites: None, publish: Publish, moves: list[tuple[int, str]]
) -> None:
    await mongo.db["redirects"].delete_many({})
    for collection in ("items", "published", "drafts"):
        await mongo.db[collection].delete_many({"type": "NewsItem"})
    world = Addresses()
    items: list[Item] = []
    for number in range(3):
        data = {"kind": "news", "title": {"en": f"News {number}"}, "published_at": "2024-03"}
        items.append(await publish("NewsItem", data, slugs={"en": f"news-{number}"}))
        world.move(items[-1].id, f"news-{number}")

    for number, slug in moves:
        if world.move(items[number].id, slug):
            items[number] = await update_item(
                services, SYSTEM, items[number].id, items[number].version, {}, {"en": slug}, take_redirects=True
            )
            await publish_item(services, SYSTEM, items[number].id, ["en"])

    titles = {item.id: item.data["title"]["en"] for item in items}
    for slug, holder in world.last.items():
        found = await route(ask, f"/news/{slug}")
        if slug in world.now:
            assert found == ("NewsItem", titles[world.now[slug]])
        else:
            target = f"/news/{world.of(holder)}"
            assert found == ("Redirect", target)
            assert await route(ask, target) == ("NewsItem", titles[holder])  # one step is always enough


@pytest.fixture
async def news(sites: None, publish: Publish) -> Item:
    data = {"kind": "news", "title": {"en": "Burgas", "cs": "Burgas"}, "published_at": "2024-03"}
    return await publish("NewsItem", data, ["en", "cs"], slugs={"en": "burgas", "cs": "burgas"}, shared=["nca"])


async def test_an_address_of_the_site_before_leads_to_an_item_wherever_it_moves(
    services: Services, news: Item, ask: Ask
) -> None:
    made = await add_redirect(services, SYSTEM, "nca", "/old/p%C5%99%C3%ADstav.html?page=2", news.id)
    await update_item(services, SYSTEM, news.id, 1, {}, slugs={"cs": "pristav"})
    await publish_item(services, SYSTEM, news.id, ["cs"])

    assert [one.id for one in made] == ["nca/cs/old/přístav.html?page=2", "nca/en/old/přístav.html?page=2"]
    assert await route(ask, "/old/přístav.html?page=2", "nca") == ("Redirect", "/news/pristav")
    assert await route(ask, "/old/p%C5%99%C3%ADstav.html?page=2", "nca", "en") == ("Redirect", "/en/news/burgas")
    assert await route(ask, "/old/přístav.html?page=2", "eccp") is None


async def test_the_language_is_that_in_the_path_or_the_one_given(services: Services, news: Item) -> None:
    in_path = await add_redirect(services, SYSTEM, "nca", "/en/harbour", news.id)
    given_one = await add_redirect(services, SYSTEM, "nca", "harbour/", news.id, "cs")

    assert [one.id for one in (*in_path, *given_one)] == ["nca/en/harbour", "nca/cs/harbour"]


async def test_a_redirect_is_taken_away_by_hand(services: Services, news: Item, ask: Ask) -> None:
    [made] = await add_redirect(services, SYSTEM, "eccp", "/harbour", news.id)

    await remove_redirect(services, SYSTEM, made.id)

    assert await route(ask, "/harbour") is None
    with pytest.raises(NotFound):
        await remove_redirect(services, SYSTEM, made.id)
    actions = [entry.action for entry in await AuditEntry.find({"action": {"$regex": "redirect"}}).to_list()]
    assert sorted(actions) == ["add_redirect", "remove_redirect"]


async def test_what_cannot_be_redirected_is_refused(services: Services, news: Item, publish: Publish) -> None:
    own = await publish("NewsItem", {"kind": "news", "title": {"en": "Ours"}, "published_at": "2024-03"})
    menu = await publish("Menu", {"slot": "main"}, site="eccp")

    for path in ("/" + "x" * 3000, "/a%0Ab", "http://[", "/\u202eback"):
        with pytest.raises(Invalid, match="path on the site"):
            await add_redirect(services, SYSTEM, "eccp", path, news.id)
    with pytest.raises(Invalid, match="visitors see that one"):
        await add_redirect(services, SYSTEM, "eccp", "/news/ours", news.id)
    with pytest.raises(Invalid, match="The site has: en"):
        await add_redirect(services, SYSTEM, "eccp", "/harbour", news.id, "cs")
    with pytest.raises(Invalid, match="no published site"):
        await add_redirect(services, SYSTEM, "elsewhere", "/harbour", news.id)
    with pytest.raises(Invalid, match="no address"):
        await add_redirect(services, SYSTEM, "eccp", "/harbour", menu.id)
    for missing in ("f" * 24, own.id):
        with pytest.raises(NotFound):
            await add_redirect(services, SYSTEM, "nca", "/harbour", missing)
    assert await Redirect.find_all().count() == 0


async def test_only_who_manages_the_site_makes_and_takes_redirects(services: Services, news: Item) -> None:
    editor, manager = person("edita", eccp=["editor"], nca=["administrator"]), person("mia", eccp=["administrator"])

    with pytest.raises(NotPermitted):
        await add_redirect(services, editor, "eccp", "/harbour", news.id)
    [made] = await add_redirect(services, manager, "eccp", "/harbour", news.id)
    with pytest.raises(NotFound):
        await remove_redirect(services, editor, made.id)

    assert await Redirect.find_all().count() == 1


async def test_an_item_that_goes_takes_the_redirects_effect_with_it_and_brings_it_back(
    services: Services, news: Item, ask: Ask
) -> None:
    await add_redirect(services, SYSTEM, "nca", "/harbour", news.id)

    await unpublish_item(services, SYSTEM, news.id, ["en", "cs"])
    assert await route(ask, "/harbour", "nca") is None
    await publish_item(services, SYSTEM, news.id, ["cs"])
    assert await route(ask, "/harbour", "nca") == ("Redirect", "/news/burgas")
    await share_item(services, SYSTEM, news.id, [])
    assert await route(ask, "/harbour", "nca") is None
    await delete_item(services, SYSTEM, news.id)
    assert await route(ask, "/harbour", "nca") is None


@pytest.fixture
async def two(publish: Publish, sites: None) -> tuple[Item, Item]:
    """News A and news B."""
    data = {"kind": "news", "published_at": "2024-03"}
    a = await publish("NewsItem", {**data, "title": {"en": "A"}}, slugs={"en": "a"})
    return a, await publish("NewsItem", {**data, "title": {"en": "B"}}, slugs={"en": "b"})


async def test_addresses_that_differ_in_their_query_lead_to_different_items(
    services: Services, ask: Ask, two: tuple[Item, Item]
) -> None:
    a, b = two
    await add_redirect(services, SYSTEM, "eccp", "/index.php?id=12", a.id)
    await add_redirect(services, SYSTEM, "eccp", "https://old.example.org/index.php?id=13&lang=en#top", b.id)
    await add_redirect(services, SYSTEM, "eccp", "/?p=7", b.id)

    assert await route(ask, "/index.php?id=12") == ("Redirect", "/news/a")
    assert await route(ask, "/index.php?lang=en&id=13") == ("Redirect", "/news/b")
    assert await route(ask, "/?p=7") == ("Redirect", "/news/b")
    assert await route(ask, "/index.php?id=14") is None and await route(ask, "/index.php") is None


async def test_without_a_redirect_of_its_query_an_address_is_what_it_is_without_one(
    services: Services, ask: Ask, two: tuple[Item, Item]
) -> None:
    a, b = two
    await add_redirect(services, SYSTEM, "eccp", "/index.php", a.id)
    await add_redirect(services, SYSTEM, "eccp", "/index.php?id=13", b.id)

    assert await route(ask, "/index.php?id=99") == ("Redirect", "/news/a")
    assert await route(ask, "/index.php?id=13") == ("Redirect", "/news/b")
    assert await route(ask, "/news/a?utm_source=mail") == ("NewsItem", "A")


async def test_a_redirect_is_replaced_only_when_that_is_asked_for(
    services: Services, ask: Ask, two: tuple[Item, Item], mongo: Mongo
) -> None:
    a, b = two
    await add_redirect(services, SYSTEM, "eccp", "/old?id=1", a.id)
    before = await mongo.db["redirects"].find().to_list(None)

    with pytest.raises(Invalid) as refused:
        await add_redirect(services, SYSTEM, "eccp", "/old?id=1", b.id)

    assert [one.code for one in refused.value.problems] == ["LEADS_ELSEWHERE"]
    assert await mongo.db["redirects"].find().to_list(None) == before
    await add_redirect(services, SYSTEM, "eccp", "/old?id=1", a.id)  # the same again
    await add_redirect(services, SYSTEM, "eccp", "/old?id=1", b.id, replace=True)
    assert await route(ask, "/old?id=1") == ("Redirect", "/news/b")
