"""Services over real engines, and makers of the items that tests are about."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from argon2 import PasswordHasher

from cms.access.actor import SYSTEM, Actor
from cms.accounts import passwords
from cms.items.actions import create_item, publish_item
from cms.kernel.services import Services
from cms.kernel.settings import Settings, load_settings
from cms.kernel.vault import Vault
from cms.opening import listings
from storage.documents import Account, Item
from storage.embedded import S3Address
from storage.indexes import apply_indexes
from storage.mongo import Mongo
from storage.object_store import ObjectStore
from storage.repository import Repository
from tests.kept import empty_collections, lay_down

Publish = Callable[..., Awaitable[Item]]
EUROPEAN_SITE = {
    "key": "eccp",
    "name": {"en": "European Cluster Collaboration Platform"},
    "locales": ["en"],
    "default_locale": "en",
    "time_zone": "Europe/Brussels",
}
CZECH_SITE = {
    "key": "nca",
    "name": {"en": "National Cluster Association", "cs": "Národní klastrová asociace"},
    "locales": ["cs", "en"],
    "default_locale": "cs",
    "fallback_order": ["cs", "en"],
    "time_zone": "Europe/Prague",
}


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2024, 4, 2, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def set(self, text: str) -> None:
        self.now = datetime.fromisoformat(text)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
async def content_mongo(new_database: Callable[[], str]) -> AsyncIterator[Mongo]:
    """One database with all its indexes for the whole run: making them anew would take longer than most tests."""
    address, _question, options = new_database().partition("?")
    server, _slash, database = address.rpartition("/")
    opened = await Mongo(f"{server}/?{options}", database).open()
    await apply_indexes(opened, listings())
    yield opened
    opened.close()


async def known_to_beanie(opened: Mongo) -> Mongo:
    """Beanie knows one database at a time, so it is told when some test opened another."""
    if Item.get_motor_collection().database != opened.db:
        await opened.open()
    return opened


@pytest.fixture
async def mongo(content_mongo: Mongo) -> AsyncIterator[Mongo]:
    """That database, empty again after each test."""
    yield await known_to_beanie(content_mongo)
    await empty_collections(content_mongo)


@pytest.fixture
async def store(s3: S3Address) -> AsyncIterator[ObjectStore]:
    opened = ObjectStore(s3.endpoint, s3.access_key, s3.secret_key, s3.bucket, s3.region)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def unset() -> Settings:
    """The settings where nothing is set; to read the environment takes longer than many an action."""
    return load_settings()


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Of passwords: a real one takes a quarter of a second of a core."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobody.cache_clear()
    yield
    passwords._nobody.cache_clear()


@pytest.fixture
async def services(mongo: Mongo, store: ObjectStore, clock: Clock, unset: Settings, quick_hashes: None) -> Services:
    return Services(Repository(mongo), store, clock, Vault("s" * 32), "http://cms.test", unset)


def person(name: str, **roles: Sequence[str]) -> Actor:
    """Somebody with roles per site; `everywhere` stands for all sites."""
    given = {"*" if site == "everywhere" else site: frozenset(names) for site, names in roles.items()}
    return Actor(name, name.title(), given)


async def with_account(services: Services, actor: Actor) -> Actor:
    """Kept as people with an account are, for whatever asks later what they may do."""
    if actor.id != SYSTEM.id and await services.repository.accounts.get(actor.id) is None:
        roles = {site: sorted(names) for site, names in actor.roles.items()}
        account = Account(id=actor.id, email=f"{actor.id}@example.org", name=actor.name, password_hash="x", roles=roles)
        await services.transact(lambda session: services.repository.accounts.insert(account, session))
    return actor


@pytest.fixture
def editor() -> Actor:
    return person("editor", eccp=["editor"], nca=["editor"])


@pytest.fixture
def reader() -> Actor:
    return person("reader")


@pytest.fixture
def publish(services: Services) -> Publish:
    """Creates an item and publishes it in the locales given."""

    async def make(type: str, data: dict[str, Any], locales: Sequence[str] = ("en",), **options: Any) -> Item:
        draft = await create_item(services, SYSTEM, type=type, site=options.pop("site", "eccp"), data=data, **options)
        return await publish_item(services, SYSTEM, draft.id, locales)

    return make


async def only(services: Services, type: str) -> Item:
    """The one item of this type."""
    [found] = await services.repository.items.of_sites(type, None)
    return found


@pytest.fixture
async def sites(mongo: Mongo, clock: Clock, publish: Publish) -> None:
    """The European site in English, and the Czech one in Czech and English."""

    async def make() -> None:
        await publish("Site", EUROPEAN_SITE)
        await publish("Site", CZECH_SITE, ["cs", "en"], site="nca")

    await lay_down(mongo, ("sites", clock()), make)


@pytest.fixture
async def series(sites: None, services: Services, clock: Clock, publish: Publish) -> Item:
    slugs = {"en": "clusters-meet-regions"}

    async def make() -> None:
        await publish("Series", {"title": {"en": "Clusters meet Regions"}}, shared=["nca"], slugs=slugs)

    await lay_down(services.repository.mongo, ("series", clock()), make)
    return await only(services, "Series")


@pytest.fixture
def edition_data(series: Item) -> Callable[..., dict[str, Any]]:
    """The facts of a publishable edition, with what a test changes."""

    def make(**changes: Any) -> dict[str, Any]:
        facts = {
            "series": series.id,
            "city": {"en": "Iași", "cs": "Jasy"},
            "country": "RO",
            "start": "2023-11-21",
            "end": "2023-11-23",
            "time_zone": "Europe/Bucharest",
            "theme": {"en": "Regional innovation", "cs": "Regionální inovace"},
            "lead_before": {"en": "Meet us in Iași.", "cs": "Sejdeme se v Jasech."},
        }
        return {name: value for name, value in {**facts, **changes}.items() if value is not None}

    return make


@pytest.fixture
def make_edition(publish: Publish, edition_data: Callable[..., dict[str, Any]]) -> Publish:
    """A published edition, shared with the Czech site."""

    async def make(slug: str = "iasi-2023", locales: Sequence[str] = ("en",), **changes: Any) -> Item:
        slugs = dict.fromkeys(["en", "cs"], slug)
        return await publish("Edition", edition_data(**changes), locales, slugs=slugs, shared=["nca"])

    return make
