"""What the pages of the contract ask MongoDB for: nothing is known yet, and when they were asked once."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import httpx
from pymongo.monitoring import CommandListener, CommandStartedEvent

from benchmarks.queries import DEEP
from cms.app import build_app
from cms.http.cache.response_cache import FollowsChanges
from cms.kernel.services import Services
from cms.kernel.settings import Settings
from cms.kernel.vault import Vault
from schema.delivery.examples import VARIABLES, contract_operations
from storage.change_stream import following
from storage.live_changes import COLLECTION as LIVE_CHANGES
from storage.mongo import Mongo
from storage.repository import Repository

READS = frozenset(("find", "aggregate", "count", "getMore"))


class Commands(CommandListener):
    """The reads that a client sent, by what they ask for (`asked_for`), but for those that follow changes."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def started(self, event: CommandStartedEvent) -> None:
        collection = event.command.get("collection", event.command.get(event.command_name))
        if event.command_name in READS and collection != LIVE_CHANGES:
            self.sent.append(asked_for(collection, event.command))

    def succeeded(self, event: Any) -> None: ...

    def failed(self, event: Any) -> None: ...


def asked_for(collection: str, command: Mapping[str, Any]) -> str:
    """ "list Edition", "count Edition", "address", "references", or the name of what is read whole."""
    stages = command.get("pipeline", ())
    condition = command.get("filter") or next((one["$match"] for one in stages if "$match" in one), {})
    type = condition.get("type", "")
    if collection != "published":
        return collection
    if "addresses" in condition:
        return "address"
    if "channels" in condition:
        return f"{'count' if any('$group' in one for one in stages) else 'list'} {type}"
    return "references" if list(condition) == ["_id"] else {"Site": "site"}.get(type, f"all {type}")


@dataclass(frozen=True)
class Page:
    """`asked`: its lists, counts and addresses, with the commands that each takes. `levels`: of references below them,
    those of menus included; a level takes one command or, where fields are resolved apart, one for each."""

    text: str
    variables: dict[str, Any]
    asked: dict[str, int]
    levels: int


class Processes:
    """Of one CMS over the same database. They keep no answers, so that each is made anew."""

    def __init__(self, services: Services, settings: Settings, changes: FollowsChanges, commands: Commands) -> None:
        self._services, self._changes, self._commands = services, changes, commands
        self._settings = settings.model_copy(update={"response_cache_bytes": 0, "query_cost_per_minute": 0})

    async def ask(self, page: Page, times: int = 2) -> list[list[str]]:
        """What a new process, which knows nothing of the database yet, sends for each of the requests."""
        app = build_app(self._settings, self._services, secret_key="s" * 32, changes=self._changes)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://cms.test") as visitor:
            return [await self._sent(visitor, page) for _time in range(times)]

    async def _sent(self, visitor: httpx.AsyncClient, page: Page) -> list[str]:
        self._commands.sent.clear()
        answer = await visitor.post("/graphql", json={"query": page.text, "variables": page.variables})
        assert "errors" not in answer.json(), answer.json()["errors"]
        return [*self._commands.sent]


@asynccontextmanager
async def processes(services: Services, address: str, settings: Settings) -> AsyncIterator[Processes]:
    """`address` of the server; the database is that of `services`. Changes are followed, as in production."""
    commands = Commands()
    mongo = Mongo(address, services.repository.mongo.db.name, listeners=[commands])
    try:
        async with following(mongo) as changes:
            while not changes.is_current():
                await asyncio.sleep(0.01)
            own = replace(services, repository=Repository(mongo), vault=Vault("s" * 32))
            yield Processes(own, settings, changes, commands)
    finally:
        mongo.close()


ENGLISH, CZECH = {"site": "eccp", "l": "en"}, {"site": "nca", "l": "cs"}
NEWS_WITH_BODIES = """query ($site: String!, $l: Locale!) { site(key: $site, locale: $l) { news(first: 20) { nodes {
  slug url title dateLabel lead kind { slug label } image { url(width: 480) alt }
  blocks { __typename ... on TextBlock { heading body } ... on MediaBlock { image { url alt } } } } } } }"""
CALLS_AND_RELATED = """query ($site: String!, $l: Locale!) { site(key: $site, locale: $l) {
  calls(first: 5) { totalCount nodes { title url } }
  newsItem(slug: "pozvanka-do-burgasu") { title related { title url } } } }"""
# What an edition's summary, a series' call, related news and a block's items are found by is a list, too.
ASKED: dict[str, tuple[dict[str, int], int]] = {
    "SeriesLanding": (
        {"address": 1, "list Edition": 2, "count Edition": 1, "list CallForHosts": 1, "list NewsItem": 2},
        1,
    ),
    "EditionPage": ({"address": 1, "list NewsItem": 1}, 3),
    "EditionArchive": ({"list Edition": 1, "count Edition": 1, "list NewsItem": 1}, 0),
    "CallPage": ({"address": 1}, 2),
    "RegionalHome": (
        {"address": 1, "list Edition": 2, "list NewsItem": 3, "list Organisation": 1, "list CallForHosts": 1},
        4,
    ),
    "NewsDetail": ({"address": 1, "list NewsItem": 2}, 3),
    "ByPath": ({"address": 1}, 2),
}
"""By operation of the contract. `MyApplication` is not read by visitors."""


def _pages() -> dict[str, Page]:
    texts = contract_operations()
    pages = {name: Page(texts[name], VARIABLES[name], *asked) for name, asked in ASKED.items()}
    by_path = texts["ByPath"]
    # a page above the one that is asked for is an address, and so is what used to be there, in either language
    pages["a page below another"] = Page(by_path, {**ENGLISH, "path": "/about"}, {"address": 2}, 1)
    gone = {"address": 2, "redirects": 2}
    pages["an address that nothing has"] = Page(by_path, {**ENGLISH, "path": "/nothing/here"}, gone, 1)
    pages["news with bodies"] = Page(NEWS_WITH_BODIES, ENGLISH, {"list NewsItem": 1}, 1)
    pages["editions with their programme"] = Page(DEEP, ENGLISH, {"list Edition": 1}, 2)
    calls = {"address": 1, "list CallForHosts": 1, "count CallForHosts": 1, "list NewsItem": 1}
    pages["calls and related news"] = Page(CALLS_AND_RELATED, CZECH, calls, 0)
    return pages


PAGES = _pages()
SHARED = {"site": 1, "all Menu": 1, "all Vocabulary": 1, "pinned_forms": 1}
"""What all pages are made of: a new process reads it by one command each."""
TO_FALL = frozenset({*SHARED, "references"})
"""Asked for by every request as long as processes do not remember them. To become empty: the rule is that a process
which knows a page already asks for its lists, counts and addresses only."""
