"""Takes a tender through the whole CMS and writes down what everybody saw: in a process of its own, because the
APIs are made of the content types that are there at import.

`python -m tests.recipes.tender_walk '{"mongodb": [address, database], "s3": [endpoint, …], "folder": …}'` makes
`seen.json` in the folder.
"""

import asyncio
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from cms.access.actor import SYSTEM
from cms.accounts.people import create_account
from cms.app import build_app
from cms.items.actions import create_item, publish_item
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.kernel.vault import Vault
from cms.opening import listings
from cms.transfer.export_site import export_site
from cms.transfer.import_site import import_site
from storage.indexes import apply_indexes
from storage.mongo import Mongo
from storage.object_store import ObjectStore
from storage.repository import Repository

PASSWORD = "correct horse battery"
LANGUAGES = ("en", "cs", "bg")
SITE = {
    "key": "eu",
    "name": {"en": "Europe"},
    "locales": list(LANGUAGES),
    "default_locale": "en",
    "time_zone": "Europe/Brussels",
}
HARBOUR = {
    "title": {"en": "Harbour crane", "cs": "Přístavní jeřáb", "bg": "Пристанищен кран"},
    "lead": {"en": "A crane for the harbour.", "cs": "Jeřáb pro přístav.", "bg": "Кран за пристанището."},
    "closes": "2024-06-30",
    "lots": [
        {"subject": {"en": "Crane", "cs": "Jeřáb", "bg": "Кран"}, "amount": 90_000},
        {"subject": {"en": "Rails", "cs": "Koleje", "bg": "Релси"}, "amount": 20_000},
    ],
}
PAPER = {
    "title": {"en": "Paper", "cs": "Papír", "bg": "Хартия"},
    "closes": "2024-05-31",
    "lots": [{"subject": {"en": "Sheets", "cs": "Listy", "bg": "Листове"}, "amount": 900}],
}
SLUGS = {"en": "harbour-crane", "cs": "pristavni-jerab", "bg": "kran"}
CREATE = "mutation ($input: CreateItemInput!) { createItem(input: $input) { item { id } problems { field message } } }"
PUBLISH = """mutation ($input: PublishItemInput!) { publishItem(input: $input) { item { states { locale state } }
  problems { field message } } }"""
FORM = """{ contentTypes { name plural hasSlug fields { name kind localized required target }
  parts { name fields { name kind } } } }"""
SEARCH = (
    """query ($f: ItemFilterInput!, $l: Locale) { items(filter: $f, locale: $l) { nodes { id title(locale: $l) } } }"""
)
DESCRIBED = """{ tender: __type(name: "Tender") { description fields { name description } }
  lot: __type(name: "Lot") { description fields { name description } }
  size: __type(name: "TenderSize") { description enumValues { name description } } }"""
USES = "query ($id: ID!) { item(id: $id) { usedBy { nodes { at item { id type } } } } }"
READ = """query ($l: Locale!, $slug: String!, $path: String!, $id: ID!) { site(key: "eu", locale: $l) {
  tenders { nodes { title closes } }
  soonest: tenders(sort: CLOSES_ASC) { nodes { closes } }
  large: tenders(filter: { size: [LARGE], closes: { from: "2024-06" } }) { totalCount nodes { title size sizeLabel } }
  small: tenders(filter: { size: [SMALL] }) { nodes { title } }
  tender(slug: $slug) { itemId slug url buyer { name } lots { subject amount } seo { title description } }
  route(path: $path) { __typename ... on Tender { title alternates { locale url } } }
  item(itemId: $id) { __typename itemId }
  menu(slot: MAIN) { label url }
} }"""
PATHS = {"en": "/tenders/harbour-crane", "cs": "/cs/tenders/pristavni-jerab", "bg": "/bg/tenders/kran"}


class Walk:
    """An administrator's browser, which visitors' questions are asked by too."""

    def __init__(self, services: Services, client: httpx.AsyncClient, folder: Path) -> None:
        self.services = services
        self.client = client
        self.folder = folder

    async def asked(self, door: str, query: str, **variables: Any) -> dict[str, Any]:
        answer = (await self.client.post(door, json={"query": query, "variables": variables})).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    async def manage(self, query: str, **variables: Any) -> dict[str, Any]:
        return await self.asked("/management/graphql", query, **variables)

    async def made(self, type: str, data: dict[str, Any], **options: Any) -> str:
        given = {"type": type, "site": "eu", "data": data, **options}
        result = (await self.manage(CREATE, input=given))["createItem"]
        assert result["item"], result["problems"]
        return result["item"]["id"]

    async def published(self, id: str, locales: Sequence[str] = LANGUAGES) -> dict[str, str]:
        """{language: state}"""
        result = (await self.manage(PUBLISH, input={"id": id, "locales": locales}))["publishItem"]
        assert result["item"], result["problems"]
        return {one["locale"]: one["state"] for one in result["item"]["states"]}

    async def seen(self) -> dict[str, Any]:
        """What everybody sees, from the empty site on."""
        await self._site()
        buyer = await self.made("Organisation", {"name": {"en": "Port of Burgas"}})
        await self.published(buyer, ["en"])
        slugs = [{"locale": locale, "slug": slug} for locale, slug in SLUGS.items()]
        harbour = await self.made("Tender", {**HARBOUR, "buyer": buyer}, slugs=slugs)
        paper = await self.made("Tender", {**PAPER, "buyer": buyer})
        states = await self.published(harbour)
        await self.published(paper)
        menu = await self.made("Menu", {"slot": "main", "entries": [{"label": {"en": "Crane"}, "target": harbour}]})
        await self.published(menu)
        before = await self._read(harbour)
        return {
            "ids": {"harbour": harbour, "paper": paper, "buyer": buyer, "menu": menu},
            "published": states,
            "form": next(one for one in (await self.manage(FORM))["contentTypes"] if one["name"] == "Tender"),
            "words": await self._words(),
            "described": await self.asked("/graphql", DESCRIBED),
            "search": await self._searched(),
            "large": await self.manage(SEARCH, f={"type": "Tender", "facets": ["size:large"]}),
            "uses": {id: (await self.manage(USES, id=id))["item"]["usedBy"]["nodes"] for id in (buyer, harbour)},
            "visitors": before,
            "moved": await self._moved(harbour),
        }

    async def _site(self) -> None:
        site = await create_item(self.services, SYSTEM, type="Site", site="eu", data=SITE)
        await publish_item(self.services, SYSTEM, site.id, ["en"])
        roles = {"eu": ["administrator"]}
        await create_account(self.services, email="ada@example.org", name="Ada", password=PASSWORD, roles=roles)
        signed_in = await self.client.post("/session", json={"email": "ada@example.org", "password": PASSWORD})
        assert signed_in.status_code == 200

    async def _words(self) -> dict[str, Any]:
        files = {one: (await self.client.get(f"/admin/content-types/{one}.json")).json() for one in LANGUAGES}
        return {
            one: (told["texts"]["plural"]["Tender"], told["texts"]["fields"]["buyer"]) for one, told in files.items()
        }

    async def _searched(self) -> dict[str, Any]:
        """By the beginning of a word of the title in each language."""
        words = {"en": "cra", "cs": "jer", "bg": "кран"}
        return {
            one: await self.manage(SEARCH, f={"type": "Tender", "search": word}, l=one) for one, word in words.items()
        }

    async def _read(self, id: str) -> dict[str, Any]:
        return {
            one: (await self.asked("/graphql", READ, l=one, slug=SLUGS[one], path=PATHS[one], id=id))["site"]
            for one in LANGUAGES
        }

    async def _moved(self, id: str) -> dict[str, Any]:
        """What visitors see of the same site after it went out and came in again."""
        archive = self.folder / "eu.zip"
        await export_site(self.services, SYSTEM, "eu", archive)
        for name in await self.services.repository.mongo.db.list_collection_names():
            await self.services.repository.mongo.db[name].delete_many({})
        report = await import_site(self.services, SYSTEM, archive)
        assert report.is_done
        return await self._read(id)


async def main(given: dict[str, Any]) -> dict[str, Any]:
    mongo = await Mongo(*given["mongodb"]).open()
    await apply_indexes(mongo, listings())
    store = ObjectStore(*given["s3"])
    settings = load_settings()
    services = Services(
        Repository(mongo),
        store,
        lambda: datetime(2024, 4, 2, 12, 0, tzinfo=UTC),
        Vault("s" * 32),
        "http://cms.test",
        settings,
    )
    app = build_app(settings, services, secret_key="s" * 32)
    try:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as client:
            return await Walk(services, client, Path(given["folder"])).seen()
    finally:
        store.close()
        mongo.close()


if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    Path(told["folder"], "seen.json").write_text(json.dumps(asyncio.run(main(told))), "utf-8")
