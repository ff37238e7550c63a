"""Behind a caching proxy: hits where it may keep answers, changes once it is told of them, and nothing mixed."""

import asyncio
import itertools
from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.items.actions import publish_item, unpublish_item, update_item
from cms.kernel.services import Services
from storage.documents import Item
from tests.caching_proxy.conftest import Proxied
from tests.services import Publish

NEWS = "{ site(key: %s, locale: %s) { news(first: 5) { nodes { title } } } }"
ECCP, NCA = NEWS % ('"eccp"', "en"), NEWS % ('"nca"', "cs")
TRANSLATED = {"kind": "news", "title": {"en": "Danube", "cs": "Dunaj"}, "published_at": "2024-01-01"}


@pytest.fixture
async def item(proxied: Proxied, publish: Publish) -> Item:
    """A news item of the European site, and another one of the Czech one in two languages."""
    await publish("NewsItem", TRANSLATED, ["en", "cs"], site="nca")
    return await publish("NewsItem", {**TRANSLATED, "title": {"en": "Tisza"}})


async def ask(client: httpx.AsyncClient, query: str, **headers: str) -> httpx.Response:
    return await client.get(
        "/graphql", params={"query": query}, headers={n.replace("_", "-"): v for n, v in headers.items()}
    )


def titles(answer: httpx.Response) -> list[str]:
    return [one["title"] for one in answer.json()["data"]["site"]["news"]["nodes"]]


async def rename(services: Services, item: Item, title: str) -> None:
    changed = await update_item(services, SYSTEM, item.id, item.version, {"title": {"en": title}})
    await publish_item(services, SYSTEM, changed.id, ["en"])


async def test_the_proxy_asks_each_time_where_it_is_told_nothing_and_gets_304(
    proxied: Proxied, item: Item, services: Services
) -> None:
    before = proxied.asked
    answers = [await ask_later(proxied, ECCP) for _ in range(3)]
    await rename(services, item, "Inn")

    assert [titles(one) for one in answers] == [["Tisza"]] * 3
    assert [status for _method, _fields, status in proxied.origin.asked[before:]] == [200, 304, 304]
    assert titles(await ask_later(proxied, ECCP)) == ["Inn"]


async def ask_later(proxied: Proxied, query: str) -> httpx.Response:
    """Not within the millisecond that Varnish is given to keep what it has just got."""
    await asyncio.sleep(0.01)
    return await ask(proxied.visitor, query)


async def test_a_proxy_that_is_told_serves_an_answer_until_it_changes(
    proxied: Proxied, item: Item, services: Services
) -> None:
    await proxied.register("eccp")
    first = await ask(proxied.visitor, ECCP)
    other = await ask(proxied.visitor, NEWS % ('"eccp"', "en") + " ")
    before = proxied.asked
    again = [await ask(proxied.visitor, ECCP) for _ in range(5)]
    unchanged = await ask(proxied.visitor, ECCP, if_none_match=first.headers["etag"])
    assert proxied.asked == before
    assert {one.content for one in again} == {first.content, other.content} and unchanged.status_code == 304

    await rename(services, item, "Inn")
    await proxied.change_told()

    assert titles(await ask(proxied.visitor, ECCP)) == ["Inn"]
    await unpublish_item(services, SYSTEM, item.id, ["en"])
    await proxied.change_told()
    assert titles(await ask(proxied.visitor, ECCP)) == []


async def test_an_item_that_was_not_there_is_there_once_it_is_published(
    proxied: Proxied, item: Item, publish: Publish
) -> None:
    await proxied.register("eccp")
    by_path = '{ site(key: "eccp") { route(path: "/news/mures") { ... on NewsItem { title } } } }'
    assert (await ask(proxied.visitor, by_path)).json()["data"]["site"]["route"] is None
    assert titles(await ask(proxied.visitor, ECCP)) == ["Tisza"]

    await publish("NewsItem", {**TRANSLATED, "title": {"en": "Mures"}}, slugs={"en": "mures"})
    await proxied.change_told()

    assert (await ask(proxied.visitor, by_path)).json()["data"]["site"]["route"] == {"title": "Mures"}
    assert sorted(titles(await ask(proxied.visitor, ECCP))) == ["Mures", "Tisza"]


async def test_what_a_site_changes_leaves_the_answers_of_another_where_they_are(
    proxied: Proxied, item: Item, services: Services
) -> None:
    await proxied.register("nca")
    await ask(proxied.visitor, NCA)
    await rename(services, item, "Inn")
    await proxied.change_told()
    before = proxied.asked

    assert titles(await ask(proxied.visitor, NCA)) == ["Dunaj"]
    assert proxied.asked == before


async def test_a_site_that_has_registered_shares_nothing_with_one_that_has_not(proxied: Proxied, item: Item) -> None:
    await proxied.register("eccp")

    registered, other = await ask(proxied.direct, ECCP), await ask(proxied.direct, NCA)
    both = await ask(proxied.direct, '{ a: site(key: "eccp") { key } b: site(key: "nca") { key } }')

    assert "s-maxage" in registered.headers["cache-control"]
    assert "s-maxage" not in other.headers["cache-control"] + both.headers["cache-control"]
    assert (await ask(proxied.visitor, ECCP)).headers["cache-control"] == "public, max-age=0, must-revalidate"


async def test_sites_languages_codings_and_media_types_are_never_mixed(proxied: Proxied, item: Item) -> None:
    for site in ("eccp", "nca"):
        await proxied.register(site)
    queries = [NEWS % place for place in (('"nca"', "cs"), ('"nca"', "en"), ('"eccp"', "en"))]
    codings = ["identity", "gzip", "br"]
    types = ["application/json", "application/graphql-response+json"]
    ways: list[tuple[str, dict[str, Any]]] = [
        (query, {"accept_encoding": coding, "accept": type})
        for query, coding, type in itertools.product(queries, codings, types)
    ]

    for _round in range(2):
        for query, headers in ways:
            proxy, direct = await ask(proxied.visitor, query, **headers), await ask(proxied.direct, query, **headers)
            assert proxy.content == direct.content
            for name in ("content-type", "content-encoding", "cache-tag", "etag"):
                assert proxy.headers.get(name) == direct.headers.get(name)


async def test_posts_previews_and_who_is_known_go_past_it_and_are_not_kept(proxied: Proxied, item: Item) -> None:
    await proxied.register("eccp")
    await ask(proxied.visitor, ECCP)
    before = proxied.asked

    known = await ask(proxied.visitor, ECCP, authorization="Bearer nobody")
    previewed = await ask(proxied.visitor, ECCP, preview_token="none")
    posts = [await proxied.visitor.post("/graphql", json={"query": ECCP}) for _ in range(2)]
    assert proxied.asked == before + 4

    assert known.headers["cache-control"] == previewed.headers["cache-control"] == "private, no-store"
    assert {one.status_code for one in posts} == {200}
    again = await ask(proxied.visitor, ECCP)
    assert proxied.asked == before + 4 and titles(again) == ["Tisza"]


async def test_errors_are_asked_for_anew(proxied: Proxied, item: Item) -> None:
    await proxied.register("eccp")
    before = proxied.asked

    answers = [await ask(proxied.visitor, "{ nowhere }") for _ in range(2)]

    assert proxied.asked == before + 2
    assert {one.headers["cache-control"] for one in answers} == {"no-store"}
