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
    """`lists`: the commands that its lists and counts take, cold and warm. What a new process asks besides, at most:
    `addresses`, and `levels` of references, those of menus included; fields that are resolved apart ask each for
    their own."""

    text: str
    variables: dict[str, Any]
    lists: dict[str, int]
    addresses: int = 0
    levels: int = 0


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
        """Asked while changes are followed: on a busy machine a process may fall behind, and then remembers nothing."""
        await caught_up(self._changes)
        self._commands.sent.clear()
        answer = await visitor.post("/graphql", json={"query": page.text, "variables": page.variables})
        assert "errors" not in answer.json(), answer.json()["errors"]
        return [*self._commands.sent] if self._changes.is_current() else await self._sent(visitor, page)


async def caught_up(changes: FollowsChanges) -> None:
    while not changes.is_current():
        await asyncio.sleep(0.01)


@asynccontextmanager
async def processes(services: Services, address: str, settings: Settings) -> AsyncIterator[Processes]:
    """`address` of the server; the database is that of `services`. Changes are followed, as in production."""
    commands = Commands()
    mongo = Mongo(address, services.repository.mongo.db.name, listeners=[commands])
    try:
        async with following(mongo) as changes:
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
PEOPLE = """query ($site: String!, $l: Locale!) { site(key: $site, locale: $l) {
  people(first: 5) { nodes { name participations(first: 3) { nodes { edition { title } } } } }
  organisations(memberOf: "members", first: 2) { nodes { name partnerships(first: 2) { nodes { edition { title } } } } }
  memberLists { key } vocabularies { key terms { slug } } } }"""

PAGES: dict[str, Page] = {
    # what summaries, a series' call, related news and blocks' items are found by is a list, too
    name: Page(contract_operations()[name], VARIABLES[name], lists, addresses, levels)
    for name, lists, addresses, levels in (
        ("SeriesLanding", {"list Edition": 2, "count Edition": 1, "list CallForHosts": 1, "list NewsItem": 2}, 1, 1),
        ("EditionPage", {"list NewsItem": 1}, 1, 3),
        ("EditionArchive", {"list Edition": 1, "count Edition": 1, "list NewsItem": 1}, 0, 0),
        ("CallPage", {}, 1, 2),
        ("RegionalHome", {"list Edition": 2, "list NewsItem": 3, "list Organisation": 1, "list CallForHosts": 1}, 1, 4),
        ("NewsDetail", {"list NewsItem": 2}, 1, 3),
        ("ByPath", {}, 1, 2),
    )
} | {
    "a page below another": Page(contract_operations()["ByPath"], {**ENGLISH, "path": "/about"}, {}, 2, 1),
    "no such address": Page(contract_operations()["ByPath"], {**ENGLISH, "path": "/nothing/here"}, {}, 2, 1),
    "news with bodies": Page(NEWS_WITH_BODIES, ENGLISH, {"list NewsItem": 1}, 0, 1),
    "editions with their programme": Page(DEEP, ENGLISH, {"list Edition": 1}, 0, 2),
    "calls and related news": Page(
        CALLS_AND_RELATED, CZECH, {"list CallForHosts": 1, "count CallForHosts": 1, "list NewsItem": 1}, 1
    ),
    # each person's editions are a list, and so are the names of the lists of a site
    "people and organisations": Page(
        PEOPLE, CZECH, {"list Person": 1, "list Organisation": 1, "list Edition": 7, "all Organisation": 1}, 0, 1
    ),
}
"""The operations of the contract, but for the one that only applicants ask; and pages of other sites' developers."""

MADE_OF = {"site": 1, "all Menu": 1, "all Vocabulary": 1, "pinned_forms": 1, "redirects": 2}
"""What is remembered besides: a new process reads it by so many commands at most. An address that nothing has may
be one of two languages, each with old addresses."""
