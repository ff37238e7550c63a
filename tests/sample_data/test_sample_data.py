"""The present code on what earlier code has stored: it starts, and everybody goes on where they were."""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from cms.app import build_app
from cms.content.rules.collation import order_key
from cms.demo.accounts import demo_password
from cms.kernel.engines import EngineAddresses
from cms.kernel.services import Services
from cms.kernel.settings import load_settings
from cms.opening import open_services
from cms.worker import Worker
from storage.documents import DOCUMENTS
from storage.embedded import Engines, S3Address
from storage.mongo import Mongo
from storage.object_store import ObjectStore
from tests.sample_data.dump import dumped_documents, restore
from tests.sample_data.make import SECRET_KEY

FOLDERS = sorted(path for path in Path(__file__).parent.iterdir() if (path / "documents.jsonl.gz").exists())
DELETED = "query ($id: ID!) { item(id: $id) { data } }"
PUBLISH = """mutation ($id: ID!) { publishItem(input: {id: $id, locales: ["cs"]}) {
  item { version } problems { message } } }"""
CHECK = """mutation ($id: ID!) { checkAdmissibility(input: {id: $id, ok: true}) {
  application { status } problems { message } } }"""
ITEMS = """query ($ids: [ID!]!) { itemsById(ids: $ids) { id type version data isChanged missing openComments
  states { locale state } file { filename } } }"""
FOUND = "query ($search: String!) { items(filter: {search: $search}, first: 100) { nodes { id } } }"
IN_ORDER = """query ($locale: Locale!) { items(filter: {type: "Organisation"}, sort: TITLE_ASC, first: 100,
  locale: $locale) { nodes { title(locale: $locale) } } }"""
SITE = """query ($key: String!, $locale: Locale) { site(key: $key, locale: $locale) { name locales
  menu(slot: MAIN) { label url } series(slug: "clusters-meet-regions") { title }
  news(first: 100) { nodes { title url } } editions(first: 100) { nodes { title url dateLabel status } } } }"""
ROUTE = """query ($key: String!, $locale: Locale, $path: String!) { site(key: $key, locale: $locale) {
  route(path: $path) { __typename } } }"""

Manage = Callable[..., Awaitable[Any]]


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture(scope="module")
async def cms(
    folder: Path, engines: Engines, new_database: Callable[[], str], new_bucket: Callable[[], Awaitable[S3Address]]
) -> AsyncIterator[tuple[Services, httpx.AsyncClient]]:
    """The present code, started on the sample data."""
    address, _question, options = new_database().partition("?")
    server, _slash, database = address.rpartition("/")
    url, s3 = f"{server}/?{options}", await new_bucket()
    settings = load_settings(mongodb_database=database, public_url="http://cms.test")
    await _lay_down(url, database, s3, folder)
    async with open_services(settings, EngineAddresses(url, s3, SECRET_KEY)) as services:
        app = build_app(settings, services, secret_key=SECRET_KEY)
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://cms.test", timeout=60) as client:
            yield services, client
        await services.repository.mongo.db.client.drop_database(database)


async def _lay_down(url: str, database: str, s3: S3Address, folder: Path) -> None:
    mongo = Mongo(url, database)
    store = ObjectStore(s3.endpoint, s3.access_key, s3.secret_key, s3.bucket, s3.region)
    newest = max(one["at"] for one in _stored(folder, "audit"))
    await restore(mongo, store, folder, datetime.now(UTC) - newest)
    store.close()
    mongo.close()


@pytest.fixture
def visitor(cms: tuple[Services, httpx.AsyncClient]) -> httpx.AsyncClient:
    client = cms[1]
    client.cookies.clear()
    return client


async def _asked(client: httpx.AsyncClient, address: str, query: str, **variables: Any) -> Any:
    answer = (await client.post(address, json={"query": query, "variables": variables})).json()
    assert "errors" not in answer, answer["errors"]
    return answer["data"]


async def _signed_in(visitor: httpx.AsyncClient, email: str) -> Manage:
    password = demo_password(SECRET_KEY, email)
    answer = await visitor.post("/session", json={"email": email, "password": password})
    assert answer.status_code == 200, answer.text

    async def manage(query: str, **variables: Any) -> Any:
        return await _asked(visitor, "/management/graphql", query, **variables)

    return manage


def _stored(folder: Path, collection: str) -> Iterator[dict[str, Any]]:
    return (document for name, document in dumped_documents(folder) if name == collection)


def test_the_sample_holds_a_document_of_every_collection(folder: Path) -> None:
    count = Counter(name for name, _document in dumped_documents(folder))

    known = {getattr(kind, "Settings").name for kind in DOCUMENTS}  # noqa: B009  Beanie's base has none
    later = known - set(count)
    assert later <= MADE_LATER, f"make the sample data anew on a commit that has {sorted(later - MADE_LATER)}"
    assert {"published", "drafts", "counters"} <= set(count)


MADE_LATER = frozenset({"imported_objects", "registered_queries"})
"""Collections that came after the sample data were made: there is nothing older in them to be read."""


@pytest.mark.parametrize(("key", "locale"), [("eccp", "en"), ("nca", "cs"), ("nca", "en")])
async def test_every_site_is_read_and_every_address_leads_somewhere(
    visitor: httpx.AsyncClient, key: str, locale: str
) -> None:
    site = (await _asked(visitor, "/graphql", SITE, key=key, locale=locale))["site"]

    assert site["name"] and site["menu"] and site["series"]["title"]
    assert len(site["editions"]["nodes"]) >= 20 and len(site["news"]["nodes"]) >= 5
    for node in (*site["editions"]["nodes"][:5], *site["news"]["nodes"][:5]):
        assert node["title"]
        found = await _asked(visitor, "/graphql", ROUTE, key=key, locale=locale, path=node["url"])
        assert found["site"]["route"], node["url"]


async def test_every_item_opens_and_is_what_it_was(visitor: httpx.AsyncClient, folder: Path) -> None:
    manage = await _signed_in(visitor, "admin@example.org")
    everything = list(_stored(folder, "items"))
    stored = [one for one in everything if one["deleted_at"] is None]

    for one in everything:
        if one["deleted_at"]:
            assert (await manage(DELETED, id=one["_id"]))["item"]["data"] == one["data"]
    for at in range(0, len(stored), 50):
        items = stored[at : at + 50]
        opened = (await manage(ITEMS, ids=[one["_id"] for one in items]))["itemsById"]
        assert [one and one["type"] for one in opened] == [one["type"] for one in items]
        for now, before in zip(opened, items, strict=True):
            assert now["version"] >= before["version"] and now["data"].keys() >= before["data"].keys(), now["id"]


async def test_items_are_found_by_words_of_every_script_and_listed_in_order(
    visitor: httpx.AsyncClient, folder: Path
) -> None:
    manage = await _signed_in(visitor, "admin@example.org")
    stored = [one for one in _stored(folder, "items") if one["deleted_at"] is None and one["type"] == "Edition"]
    bulgarian = [one for one in stored if one["data"].get("city", {}).get("bg")]
    assert bulgarian

    for one in bulgarian[:5]:
        found = await manage(FOUND, search=one["data"]["city"]["bg"])
        assert one["_id"] in [node["id"] for node in found["items"]["nodes"]], one["data"]["city"]
    czech = [node["title"] for node in (await manage(IN_ORDER, locale="cs"))["items"]["nodes"]]
    assert len(czech) >= 20 and czech == sorted(czech, key=lambda title: order_key(title, "cs"))


async def test_an_editor_publishes_what_was_changed(visitor: httpx.AsyncClient, folder: Path) -> None:
    manage = await _signed_in(visitor, "editor@example.org")
    [item] = [one for one in _stored(folder, "items") if one["slugs"].get("cs") == "changed-since"]

    result = (await manage(PUBLISH, id=item["_id"]))["publishItem"]

    assert not result["problems"]
    live = 'query { site(key: "nca", locale: "cs") { newsItem(slug: "changed-since") { lead } } }'
    assert (await _asked(visitor, "/graphql", live))["site"]["newsItem"]["lead"] == "Another sentence."


async def test_a_manager_takes_an_application_a_step_further(visitor: httpx.AsyncClient, folder: Path) -> None:
    manage = await _signed_in(visitor, "calls@example.org")

    listed = (await manage("{ applications(first: 50) { nodes { id status reference } } }"))["applications"]["nodes"]
    waiting = next(one for one in listed if one["status"].lower() == "submitted")
    checked = (await manage(CHECK, id=waiting["id"]))["checkAdmissibility"]

    assert {one["reference"] for one in _stored(folder, "applications")} - {None} <= {
        one["reference"] for one in listed
    }
    assert checked["problems"] == [] and checked["application"]


async def test_files_are_downloaded(visitor: httpx.AsyncClient, folder: Path) -> None:
    files = {one["data"].get("filename"): one["_id"] for one in _stored(folder, "items")}

    for filename, start in (("sample.png", b"\x89PNG"), ("sample.pdf", b"%PDF")):
        answer = await visitor.get(f"/files/{files[filename]}/{filename}")
        if answer.is_redirect:
            async with httpx.AsyncClient() as client:
                answer = await client.get(answer.headers["location"])
        assert answer.status_code == 200 and answer.content.startswith(start), filename


async def test_what_waited_is_worked_off(cms: tuple[Services, httpx.AsyncClient], folder: Path) -> None:
    services, _client = cms
    [waiting] = [one for one in _stored(folder, "mails") if one["state"] == "waiting"]

    worker = Worker(services)
    while await worker.step():
        pass

    mail = await services.repository.mails.get(waiting["_id"])
    assert mail and mail.state == "kept"
    parked = await services.repository.mongo.db["outbox"].count_documents({"state": "parked"})
    assert parked == sum(one["state"] == "parked" for one in _stored(folder, "outbox"))
