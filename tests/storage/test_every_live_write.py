"""Nothing writes to what visitors read without saying so in the same transaction: all ways to write are tried."""

import re
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from inspect import getsource, isfunction
from pathlib import Path
from typing import Any

import pytest

from storage.conditions import equal
from storage.documents import Redirect
from storage.live_changes import COLLECTION, EVERYTHING
from storage.migrations import Migration, apply_migrations
from storage.mongo import Mongo, Session
from storage.published import Published
from storage.repositories.pinned_forms import PinnedForms
from storage.repositories.redirects import Redirects

ROOT = Path(__file__).parents[2]
AT = datetime(2024, 4, 2, tzinfo=UTC)
WRITES = re.compile(r"\.(replace_one|update_one|update_many|bulk_write|insert_\w+|delete_\w+|find_one_and_\w+)\(")

Write = Callable[[Mongo, Session], Coroutine[Any, Any, None]]


def item(id: str, **places: Any) -> dict[str, Any]:
    return {"_id": id, "type": "News", "site": "eccp", "sites": ["eccp"], "channels": [], "addresses": [], **places}


BEFORE = {"channels": ["eccp/en"], "addresses": ["eccp/en/old"]}
AFTER = {"channels": ["nca/cs"], "addresses": ["nca/cs/new"]}
OLD, NEW = {"list:News:eccp", "address:eccp/en/old"}, {"list:News:nca", "address:nca/cs/new"}


def redirect() -> Redirect:
    return Redirect(id="eccp/en/gone", site="eccp", item="a", at=AT)


CASES: dict[str, tuple[Write, set[str]]] = {
    "Published.put": (lambda mongo, session: Published(mongo).put(item("a", **AFTER), session), {"item:a", *OLD, *NEW}),
    "Published.remove": (lambda mongo, session: Published(mongo).remove("a", session), {"item:a", *OLD}),
    "Published._set_each": (
        lambda mongo, session: Published(mongo).set_each({"a": AFTER}, session),
        {"item:a", *OLD, *NEW},
    ),
    "Published.set_where": (
        lambda mongo, session: Published(mongo).set_where(equal({"type": "News"}), AFTER, session),
        {"item:a", "content", *OLD, *NEW},
    ),
    "Redirects.keep": (
        lambda mongo, session: Redirects().keep(["eccp/en/1"], ["eccp/en/was"], "a", AT, session),
        {"address:eccp/en/1", "address:eccp/en/was"},
    ),
    "Redirects.put": (lambda mongo, session: Redirects().put([redirect()], session), {"address:eccp/en/gone"}),
    "Redirects.remove": (lambda mongo, session: Redirects().remove("eccp/en/was", session), {"address:eccp/en/was"}),
    "Redirects.remove_to": (lambda mongo, session: Redirects().remove_to("a", session), {"address:eccp/en/was"}),
    "PinnedForms.put": (lambda mongo, session: PinnedForms().put("f", 3, {}, AT, session), {"form:f/3"}),
}


async def _lay_down(mongo: Mongo) -> None:
    await mongo.db["published"].insert_one(item("a", **BEFORE))
    await mongo.db["redirects"].insert_one({"_id": "eccp/en/was", "site": "eccp", "item": "a", "at": AT})


@pytest.mark.parametrize("name", CASES)
async def test_a_write_says_what_it_changes_before_and_after(mongo: Mongo, name: str) -> None:
    write, tags = CASES[name]
    await _lay_down(mongo)

    await mongo.transact(lambda session: write(mongo, session))

    [told] = await mongo.db[COLLECTION].find({}).to_list(None)
    assert set(told["tags"]) >= tags


def test_these_are_all_ways_to_write() -> None:
    found = {
        f"{kind.__name__}.{name}"
        for kind in (Published, Redirects, PinnedForms)
        for name, method in vars(kind).items()
        if isfunction(method) and WRITES.search(getsource(method))
    }
    assert found == set(CASES)


def test_nobody_else_has_these_collections_in_hand() -> None:
    """`site_content` and `file_hashes` read; what `rewriting_data` is for is told by `apply_migrations`."""
    named = re.compile(r'db\["(published|redirects|pinned_forms)"\]|(Redirect|PinnedForm)\.get_motor_collection')
    files = {
        path.relative_to(ROOT).as_posix()
        for folder in ("storage", "cms", "schema")
        for path in (ROOT / folder).rglob("*.py")
        if named.search(path.read_text(encoding="utf-8"))
    }
    known = {"storage/repositories/redirects.py", "storage/repositories/pinned_forms.py"}
    assert files == {*known, "storage/repositories/site_content.py"}


async def test_writes_outside_a_transaction_make_their_own(mongo: Mongo) -> None:
    await _lay_down(mongo)
    await Published(mongo).set_each({"a": AFTER}, None)
    [told] = await mongo.db[COLLECTION].find({}).to_list(None)
    assert set(told["tags"]) >= {*OLD, *NEW}


async def test_drafts_are_nobodys_business(mongo: Mongo) -> None:
    async def write(session: Session) -> None:
        drafts = Published(mongo, "drafts")
        await drafts.put(item("a"), session)
        await drafts.set_each({"a": AFTER}, session)
        await drafts.set_where(equal({"type": "News"}), BEFORE, session)
        await drafts.remove("a", session)

    await mongo.transact(write)
    assert await mongo.db[COLLECTION].count_documents({}) == 0


async def test_after_a_migration_everything_may_have_changed(mongo: Mongo) -> None:
    async def nothing(_mongo: Mongo) -> None: ...

    await apply_migrations(mongo, [Migration("of a test", nothing)])
    [told] = await mongo.db[COLLECTION].find({}).to_list(None)
    assert told["tags"] == [EVERYTHING]
