"""What visitors read from memory is what the database holds, says what it depends on, and asks the database rarely."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage.conditions import all_of, any_of, between, equal
from storage.documents import Redirect
from storage.freshness import gathering, keep_private
from storage.keyset import Order
from storage.live_changes import EVERYTHING
from storage.live_items.live_items import AHEAD_HOLDS, LiveItems
from storage.live_items.published_from_memory import PublishedFromMemory
from storage.mongo import Mongo, Session
from storage.published import Published, in_channel
from storage.repositories.redirects import Redirects

NOW = datetime(2024, 4, 2, 12, 0, tzinfo=UTC)
BY_DAY = Order("keys.day")


class Changes:
    lag_seconds = 0.0

    def __init__(self) -> None:
        self.are_heard = True

    def is_current(self) -> bool:
        return self.are_heard


class Commands:
    """Reads of the database."""

    def __init__(self, mongo: Mongo, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count, self._read = 0, mongo.read
        self.meanwhile: Callable[[], Awaitable[object]] | None = None
        """Happens after the next read, before it is answered."""
        monkeypatch.setattr(mongo, "read", self._counted)

    async def _counted(self, *arguments: Any) -> Any:
        self.count += 1
        answer = await self._read(*arguments)
        if meanwhile := self.meanwhile:
            self.meanwhile = None
            await meanwhile()
        return answer

    async def of(self, read: Awaitable[Any]) -> int:
        before = self.count
        await read
        return self.count - before


def news(id: str, day: int, **more: Any) -> dict[str, Any]:
    return {
        "_id": id,
        "type": "News",
        "site": "eccp",
        "sites": ["eccp"],
        "channels": ["eccp/en"],
        "addresses": [f"eccp/en/news/{id}"],
        "keys": {"day": day},
        "data": {"title": id, "lead": "long"},
        **more,
    }


SITE = {
    "_id": "s",
    "type": "Site",
    "sites": ["eccp"],
    "channels": ["eccp/en"],
    "addresses": [],
    "data": {"key": "eccp", "name": "ECCP"},
}
MENU = {
    "_id": "m",
    "type": "Menu",
    "site": "eccp",
    "sites": ["eccp"],
    "channels": ["eccp/en"],
    "data": {"slot": "main"},
}
TERMS = [{"_id": f"v{n}", "type": "Terms", "sites": [], "channels": ["*"], "data": {"key": f"k{n}"}} for n in range(3)]
ASKED = ("_id", "data", "marked")
LISTED = in_channel("News", "eccp/en")

Read = Callable[[Published], Awaitable[Any]]


async def old_addresses(published: Published) -> Any:
    return [{"_id": from_, "data": to} for from_, to in (await published.redirects(["eccp/en/was", "never"])).items()]


READS: dict[str, Read] = {
    "an item": lambda published: published.by_id("a"),
    "items, one of which is not there": lambda published: published.by_ids(["a", "b", "z"]),
    "items of which more is asked": lambda published: published.find(
        all_of(LISTED, any_of("_id", ["a", "b", "s"]), between("keys.day", above=1)), limit=3
    ),
    "what is at an address": lambda published: published.find_one(
        equal({"addresses": "eccp/en/news/a", "type": "News"}), ["data"]
    ),
    "what is at an address, of another type": lambda published: published.find_one(
        equal({"addresses": "eccp/en/news/a", "type": "Page"})
    ),
    "what is at addresses": lambda published: published.at_addresses(["eccp/en/news/a", "eccp/en/nothing"]),
    "a site": lambda published: published.site("eccp", fields=None),
    "no site": lambda published: published.site("nowhere"),
    "a site and what is ahead": lambda published: published.site_at("eccp", NOW),
    "what has keys": lambda published: published.keyed("Terms", limit=3),
    "a few": lambda published: published.few(equal({"type": "Menu", "site": "eccp"}), limit=20),
    "old addresses": old_addresses,
    "forms": lambda published: published.forms(["f/1", "f/2"]),
}
LISTS: dict[str, Read] = {
    "a list": lambda published: published.find(LISTED, order=BY_DAY, limit=3),
    "a part of it": lambda published: published.find(LISTED, fields=["data.title", "keys.day"], order=BY_DAY, limit=3),
    "its next page": lambda published: published.find(LISTED, order=BY_DAY, after=(3, "c"), limit=3),
    "any of it": lambda published: published.find(LISTED, limit=1),
}


@pytest.fixture
async def content(mongo: Mongo) -> None:
    documents = [*(news(id, day) for day, id in enumerate("abcd", start=1)), SITE, MENU, *TERMS]
    await mongo.db["published"].insert_many(documents)
    await mongo.db["redirects"].insert_one({"_id": "eccp/en/was", "site": "eccp", "item": "a", "at": NOW})
    await mongo.db["pinned_forms"].insert_one({"_id": "f/1", "form": "f", "version": 1, "data": {}})


@pytest.fixture
def commands(mongo: Mongo, monkeypatch: pytest.MonkeyPatch) -> Commands:
    return Commands(mongo, monkeypatch)


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def items(mongo: Mongo, changes: Changes, monkeypatch: pytest.MonkeyPatch) -> LiveItems:
    monkeypatch.setattr(mongo.live_changes, "_listeners", [])
    made = LiveItems(10_000_000, changes)
    mongo.live_changes.listen(made.changed)
    return made


@pytest.fixture
def remembering(mongo: Mongo, items: LiveItems) -> PublishedFromMemory:
    return PublishedFromMemory(mongo, items)


async def noted(read: Awaitable[Any]) -> tuple[Any, Any]:
    """(what is read, the freshness of it)."""
    with gathering() as dependencies:
        found = await read
    return comparable(found), dependencies.freshness()


def comparable(found: Any) -> Any:
    """Items in any order, without what is asked for by some reads only: what is known whole is given whole."""
    if isinstance(found, list):
        return sorted(map(comparable, found), key=lambda one: one["_id"])
    return {name: found[name] for name in ASKED if name in found} if isinstance(found, dict) else found


@pytest.mark.parametrize("name", READS)
async def test_what_is_read_again_costs_no_command_and_is_the_same_with_the_same_tags(
    content: None, mongo: Mongo, remembering: PublishedFromMemory, commands: Commands, name: str
) -> None:
    read = READS[name]
    true, freshness = await noted(read(Published(mongo)))

    first = await noted(read(remembering))
    before = commands.count
    again = await noted(read(remembering))

    assert (first[0], again[0]) == (true, true)
    assert first[1] == again[1] == freshness
    assert commands.count == before


@pytest.mark.parametrize("name", LISTS)
async def test_a_list_asks_once_and_gives_the_same_each_time(
    content: None, mongo: Mongo, remembering: PublishedFromMemory, commands: Commands, name: str
) -> None:
    read = LISTS[name]
    true = await noted(read(Published(mongo)))

    assert [await noted(read(remembering)) for _ in range(3)] == [true] * 3
    assert await commands.of(read(remembering)) == 1


async def test_a_list_of_known_items_asks_for_ids_and_reads_those_that_are_not_known(
    content: None, mongo: Mongo, remembering: PublishedFromMemory, items: LiveItems, commands: Commands
) -> None:
    read = LISTS["a part of it"]
    await read(remembering)
    await mongo.db["published"].update_one({"_id": "d"}, {"$set": {"data.title": "changed"}})
    items.changed(frozenset(("item:d",)))

    assert await commands.of(read(remembering)) == 2, "ids, and the one that is not known"
    assert (await read(remembering))[0]["data"]["title"] == "changed"
    assert await commands.of(read(remembering)) == 1


async def test_a_new_item_comes_into_a_list_of_known_ones(
    content: None, mongo: Mongo, remembering: PublishedFromMemory
) -> None:
    read = LISTS["a part of it"]
    await read(remembering)
    await mongo.transact(lambda session: Published(mongo).put(news("e", 5), session))
    assert [one["_id"] for one in await read(remembering)] == ["e", "d", "c"]


async def test_an_item_that_is_known_as_it_was_outside_of_the_list_is_read_anew(
    content: None, mongo: Mongo, remembering: PublishedFromMemory
) -> None:
    """Another process has put it into the list, of which nothing was heard yet."""
    read = LISTS["a list"]
    await mongo.db["published"].update_one({"_id": "d"}, {"$unset": {"keys": 1}})
    await read(remembering)
    await remembering.by_id("d")
    await mongo.db["published"].update_one({"_id": "d"}, {"$set": {"keys": {"day": 4}}})

    assert [one["keys"]["day"] for one in await read(remembering)] == [4, 3, 2]


async def put(mongo: Mongo, document: dict[str, Any]) -> None:
    await mongo.transact(lambda session: Published(mongo).put(document, session))


CHANGES: dict[str, tuple[Read, Callable[[Mongo], Awaitable[Any]]]] = {
    "an item": (READS["an item"], lambda mongo: put(mongo, news("a", 1, data={"title": "new"}))),
    "an item that was not there": (lambda published: published.by_id("z"), lambda mongo: put(mongo, news("z", 9))),
    "an item that goes": (
        READS["an item"],
        lambda mongo: mongo.transact(lambda session: Published(mongo).remove("a", session)),
    ),
    "an address": (
        READS["what is at an address"],
        lambda mongo: put(mongo, news("a", 1, addresses=["eccp/en/elsewhere"])),
    ),
    "an address that was free": (
        lambda published: published.at_addresses(["eccp/en/free"]),
        lambda mongo: put(mongo, news("a", 1, addresses=["eccp/en/free"])),
    ),
    "a site": (READS["a site and what is ahead"], lambda mongo: put(mongo, SITE | {"data": {"key": "eccp"}})),
    "a site that was not there": (
        lambda published: published.site("new"),
        lambda mongo: put(mongo, SITE | {"_id": "n", "data": {"key": "new"}}),
    ),
    "what is ahead": (
        lambda published: published.site_at("eccp", NOW),
        lambda mongo: put(mongo, news("a", 1, moments=[NOW + timedelta(hours=2)])),
    ),
    "a menu": (READS["a few"], lambda mongo: put(mongo, MENU | {"data": {"slot": "footer"}})),
    "a vocabulary": (READS["what has keys"], lambda mongo: put(mongo, TERMS[0] | {"data": {"key": "k9"}})),
    "an old address": (
        old_addresses,
        lambda mongo: mongo.transact(
            lambda session: Redirects().put([Redirect(id="never", site="eccp", item="a", at=NOW)], session)
        ),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
async def test_what_this_process_changes_is_read_anew(
    content: None, mongo: Mongo, remembering: PublishedFromMemory, name: str
) -> None:
    read, change = CHANGES[name]
    before = comparable(await read(remembering))
    await change(mongo)
    true = comparable(await read(Published(mongo)))
    assert true != before and comparable(await read(remembering)) == true


@pytest.mark.parametrize("name", CHANGES)
async def test_what_changes_while_it_is_read_is_not_kept(
    content: None, mongo: Mongo, remembering: PublishedFromMemory, commands: Commands, items: LiveItems, name: str
) -> None:
    read, change = CHANGES[name]
    commands.meanwhile = lambda: change(mongo)
    old = comparable(await read(remembering))
    true = comparable(await read(Published(mongo)))
    assert true != old and comparable(await read(remembering)) == true
    assert items.figures.outdated


async def test_when_everything_changed_nothing_is_known(
    content: None, remembering: PublishedFromMemory, items: LiveItems
) -> None:
    for read in (*READS.values(), *LISTS.values()):
        await read(remembering)
    items.changed(frozenset((EVERYTHING,)))
    assert (len(items.memory), items.memory.bytes) == (0, 0)


@pytest.mark.parametrize("name", [*READS, *LISTS])
async def test_who_may_have_missed_changes_reads_the_database(
    content: None, mongo: Mongo, remembering: PublishedFromMemory, changes: Changes, items: LiveItems, name: str
) -> None:
    read = {**READS, **LISTS}[name]
    await read(remembering)
    await mongo.db["published"].update_many({}, {"$set": {"marked": True}})
    await mongo.db["redirects"].delete_many({})
    await mongo.db["pinned_forms"].update_many({}, {"$set": {"marked": True}})
    changes.are_heard = False

    assert await noted(read(remembering)) == await noted(read(Published(mongo)))
    assert items.figures.bypasses and remembering.known(["a"]) == {}


async def test_what_a_member_that_may_lag_behind_answers_is_neither_kept_nor_public(
    content: None, remembering: PublishedFromMemory, commands: Commands, items: LiveItems
) -> None:
    async def elsewhere() -> None:
        keep_private()

    commands.meanwhile = elsewhere
    _found, freshness = await noted(remembering.by_id("a"))
    assert freshness is None and len(items.memory) == 0


async def test_what_is_known_is_given_without_waiting(content: None, remembering: PublishedFromMemory) -> None:
    await remembering.by_ids(["a", "z"])
    with gathering() as dependencies:
        known = remembering.known(["a", "b", "z"])
    assert known.keys() == {"a", "z"} and known["z"] is None
    assert (freshness := dependencies.freshness()) and freshness.tags == {"item:a", "item:z"}


async def test_what_is_ahead_is_asked_anew_when_a_moment_of_it_has_come(
    content: None, mongo: Mongo, remembering: PublishedFromMemory, commands: Commands
) -> None:
    soon, later = NOW + timedelta(minutes=10), NOW + timedelta(minutes=30)
    await put(mongo, news("a", 1, moments=[soon, later]))

    async def next_of(now: datetime) -> datetime:
        return (await remembering.site_at("eccp", now))[1].next_of("News", "eccp/en")

    assert await next_of(NOW) == soon
    assert await commands.of(next_of(soon - timedelta(seconds=1))) == 0
    assert await next_of(soon) == later
    assert await next_of(NOW) == soon, "a clock that was set back"
    assert await commands.of(next_of(later)) == 1
    assert await commands.of(next_of(later + AHEAD_HOLDS)) == 1


async def test_a_transaction_that_is_given_up_leaves_what_is_known(
    content: None, mongo: Mongo, remembering: PublishedFromMemory, commands: Commands
) -> None:
    class GivenUp(Exception): ...

    async def work(session: Session) -> None:
        await Published(mongo).put(news("a", 9), session)
        raise GivenUp

    await remembering.by_id("a")
    with pytest.raises(GivenUp):
        await mongo.transact(work)
    assert await commands.of(remembering.by_id("a")) == 0


async def test_reads_at_the_same_time_give_the_same(content: None, remembering: PublishedFromMemory) -> None:
    found = await asyncio.gather(*(remembering.by_ids(["a", "b"]) for _ in range(5)))
    assert all(comparable(one) == comparable(found[0]) for one in found)
