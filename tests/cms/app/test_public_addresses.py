"""Addresses of files and pictures as the delivery API gives them, and what is behind each of them."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.app import build_app
from cms.content.richtext import from_html
from cms.items.actions import unpublish_item
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from storage.documents import Item
from tests.services import Publish

IMMUTABLE = "public, max-age=31536000, immutable"
PAGE = """{ site(key: "nca", locale: "cs") { newsItem(slug: "pristav") {
  image { url small: url(width: 320) } blocks { ... on TextBlock { text: bodyContent { html json } } } } } }"""


@pytest.fixture
async def visitor(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    app = build_app(load_settings(file_delivery="stream"), services, secret_key="s" * 32)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=services.base_url) as client:
        yield client


@pytest.fixture
async def news(publish: Publish, picture: Item) -> Item:
    text = from_html(f'<p>Plán: <a data-file="{picture.id}">přístav</a></p><img data-file="{picture.id}" alt="Molo">')
    data = {"kind": "news", "title": {"cs": "Přístav"}, "published_at": "2024-03-01", "image": picture.id}
    body = {"cs": [{"kind": "text", "body": text}]}
    return await publish("NewsItem", {**data, "body": body}, ["cs"], site="nca", slugs={"cs": "pristav"})


async def page(visitor: httpx.AsyncClient) -> dict[str, Any]:
    answer = (await visitor.post("/graphql", json={"query": PAGE})).json()
    assert "errors" not in answer, answer
    return answer["data"]["site"]["newsItem"]


async def test_pictures_have_immutable_addresses_also_inside_texts(
    visitor: httpx.AsyncClient, services: Services, news: Item, picture: Item
) -> None:
    shown = await page(visitor)
    [block] = shown["blocks"]
    [image] = [node for node in block["text"]["json"]["content"] if node["type"] == "image"]
    original, small = shown["image"]["url"], shown["image"]["small"]

    assert original.startswith(f"{services.base_url}/public/{picture.id}/")
    assert image["attrs"]["src"] == original and f'src="{original}"' in block["text"]["html"]
    assert f'href="{services.base_url}/files/{picture.id}/burgas.png"' in block["text"]["html"]
    for address in (original, small):
        answer = await visitor.get(urlsplit(address).path)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, IMMUTABLE)


async def test_a_picture_that_is_taken_away_is_gone_at_once(
    visitor: httpx.AsyncClient, services: Services, news: Item, picture: Item
) -> None:
    address = urlsplit((await page(visitor))["image"]["url"]).path
    assert (await visitor.get(address)).status_code == 200

    await unpublish_item(services, SYSTEM, news.id, ["cs"])
    await unpublish_item(services, SYSTEM, picture.id, ["cs", "en"])

    gone = await visitor.get(address)
    assert (gone.status_code, gone.headers["cache-control"]) == (404, "no-store")
