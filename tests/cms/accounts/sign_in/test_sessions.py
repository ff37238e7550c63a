"""Sessions: what they last for, what ends them, and who sees them."""

import hashlib
from datetime import timedelta
from typing import Any

import httpx
import pytest

from cms.access.actor import SYSTEM
from cms.accounts.actions.change_password import change_password
from cms.accounts.actions.change_profile import change_profile
from cms.accounts.actions.second_factor import begin_second_factor
from cms.accounts.people import actor_of
from cms.accounts.sign_in.sessions import IDLE, LASTS, end_access
from cms.kernel.errors import NotPermitted
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.accounts.sign_in.conftest import PASSWORD, RIGHT, WRONG, Entrance, Trail, code, manage, who
from tests.services import Clock

SESSIONS = "query ($account: ID) { sessions(account: $account) { nodes { id isCurrent userAgent network way } } }"
END = "mutation ($id: ID!) { endSession(input: {id: $id}) { ended refusal { code } } }"
END_ALL = "mutation ($account: ID) { endSessions(input: {account: $account}) { ended refusal { code } } }"
CHANGE = """mutation ($current: String!, $new: String!) { changePassword(input: {current: $current, new: $new}) {
  isChanged refusal { code } problems { field code } } }"""


async def signed_in(entrance: Entrance, who: dict[str, str] = RIGHT, **options: Any) -> httpx.AsyncClient:
    browser = await entrance(**options)
    assert (await browser.post("/session", json=who)).status_code == 200
    return browser


async def is_in(browser: httpx.AsyncClient) -> bool:
    return who(await browser.get("/session")) is not None


async def test_only_the_hash_of_the_token_is_stored(browser: httpx.AsyncClient, anna: Account, mongo: Mongo) -> None:
    await browser.post("/session", json=RIGHT, headers={"user-agent": "x" * 500})

    [stored] = await mongo.db["sessions"].find({}).to_list(None)
    token = browser.cookies["cms_session"]
    assert stored["token_hash"] == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(stored)
    assert len(stored["user_agent"]) == 200


async def test_a_session_in_use_ends_after_twelve_hours(entrance: Entrance, anna: Account, clock: Clock) -> None:
    browser = await signed_in(entrance)
    for _ in range(11):
        clock.now += timedelta(hours=1, seconds=1)
        assert await is_in(browser)

    clock.now += timedelta(hours=1)

    assert not await is_in(browser)


async def test_a_session_that_is_not_used_ends_sooner(entrance: Entrance, anna: Account, clock: Clock) -> None:
    assert IDLE < LASTS
    browser = await signed_in(entrance)
    clock.now += IDLE - timedelta(seconds=1)
    assert await is_in(browser)

    clock.now += IDLE + timedelta(seconds=1)

    assert not await is_in(browser)


async def test_being_used_is_written_once_a_minute_at_most(
    entrance: Entrance, anna: Account, clock: Clock, mongo: Mongo
) -> None:
    async def seen() -> Any:
        [stored] = await mongo.db["sessions"].find({}).to_list(None)
        return stored["seen"]

    browser = await signed_in(entrance)
    began = await seen()

    clock.now += timedelta(seconds=59)
    await is_in(browser)
    assert await seen() == began

    clock.now += timedelta(seconds=1)
    await is_in(browser)
    assert await seen() == began + timedelta(minutes=1)


async def test_mongodb_removes_sessions_that_are_over(anna: Account, mongo: Mongo) -> None:
    for name in ("sessions", "one_time_tokens", "attempts"):
        indexes = await mongo.db[name].index_information()
        assert indexes["expires"]["expireAfterSeconds"] == 0


async def test_a_session_holds_in_all_processes(entrance: Entrance, anna: Account) -> None:
    browser, other = await signed_in(entrance), await entrance()

    other.cookies.set("cms_session", browser.cookies["cms_session"])

    assert await is_in(other)


async def test_a_forged_cookie_is_nobody(entrance: Entrance, anna: Account, mongo: Mongo) -> None:
    browser, other = await signed_in(entrance), await entrance()
    token = browser.cookies["cms_session"]
    [stored] = await mongo.db["sessions"].find({}).to_list(None)

    for forged in (token[:-1], token + "x", "x", "", "a.b.c", "x" * 5000, token.swapcase(), stored["token_hash"], "Ž"):
        answer = await other.get("/session", headers={b"cookie": f"cms_session={forged}".encode()})
        assert who(answer) is None


async def test_signing_out_ends_the_session_and_not_only_the_cookie(
    entrance: Entrance, anna: Account, trail: Trail
) -> None:
    browser, thief = await signed_in(entrance), await entrance()
    thief.cookies.set("cms_session", browser.cookies["cms_session"])

    await browser.delete("/session")

    assert not await is_in(thief)
    assert [(one["action"], one["by"]) for one in await trail()] == [("signed_in", anna.id), ("signed_out", anna.id)]


async def test_signing_in_again_ends_the_session_before(entrance: Entrance, anna: Account) -> None:
    browser, thief = await signed_in(entrance), await entrance()
    thief.cookies.set("cms_session", browser.cookies["cms_session"])

    await browser.post("/session", json=RIGHT)

    assert await is_in(browser) and not await is_in(thief)


async def test_sessions_end_with_the_account(entrance: Entrance, anna: Account, mongo: Mongo) -> None:
    browser = await signed_in(entrance)

    await mongo.db["accounts"].update_one({"_id": anna.id}, {"$set": {"is_active": False}})
    assert not await is_in(browser)

    await mongo.db["accounts"].delete_one({"_id": anna.id})
    assert not await is_in(browser)


async def test_changing_the_password_ends_all_sessions(
    entrance: Entrance, anna: Account, trail: Trail, mongo: Mongo
) -> None:
    browser, other = await signed_in(entrance), await signed_in(entrance)

    changed = await manage(browser, CHANGE, current=PASSWORD, new="quite another password")

    assert changed == {"changePassword": {"isChanged": True, "refusal": None, "problems": []}}
    assert not await is_in(browser) and not await is_in(other)
    assert await mongo.db["sessions"].count_documents({}) == 0
    assert code(await browser.post("/session", json=RIGHT)) == (401, "SIGN_IN_FAILED")
    assert who(await browser.post("/session", json={**RIGHT, "password": "quite another password"})) == anna.email
    assert {"action": "password_changed", "by": anna.id, "details": {"ended_sessions": 2}} in await trail()


@pytest.mark.parametrize(
    ("current", "new", "problem"),
    [
        (WRONG["password"], "quite another password", {"field": "current", "code": "WRONG_PASSWORD"}),
        (PASSWORD, "too short", {"field": "new", "code": "TOO_SHORT"}),
        (PASSWORD, "x" * 1025, {"field": "new", "code": "TOO_LONG"}),
        (PASSWORD, "abababababababab", {"field": "new", "code": "TOO_SIMPLE"}),
    ],
)
async def test_a_password_is_changed_by_whoever_knows_it_to_a_good_one(
    entrance: Entrance, anna: Account, current: str, new: str, problem: dict[str, str]
) -> None:
    browser = await signed_in(entrance)

    refused = (await manage(browser, CHANGE, current=current, new=new))["changePassword"]

    assert refused == {"isChanged": None, "refusal": {"code": "INVALID"}, "problems": [problem]}
    assert await is_in(browser)


async def test_guessing_in_a_browser_that_was_left_open_is_slowed(entrance: Entrance, anna: Account) -> None:
    browser = await signed_in(entrance)

    answers = [(await manage(browser, CHANGE, current=f"guess {n}", new="quite another one")) for n in range(7)]

    codes = [one["changePassword"]["refusal"]["code"] for one in answers]
    assert codes == ["INVALID"] * 6 + ["TOO_MANY_REQUESTS"]


async def test_a_session_that_began_while_the_password_was_changed_is_over(
    entrance: Entrance, anna: Account, services: Services, mongo: Mongo
) -> None:
    """As if its sign-in had read the account before, and written after, the change."""
    browser = await signed_in(entrance)
    [stored] = await mongo.db["sessions"].find({}).to_list(None)

    await services.transact(lambda session: end_access(services, session, anna.id))
    await mongo.db["sessions"].insert_one(stored)

    assert not await is_in(browser)


async def test_people_see_and_end_their_own_sessions(entrance: Entrance, anna: Account, trail: Trail) -> None:
    here = await signed_in(entrance)
    there = await signed_in(entrance, network="198.51.100.9")

    seen = (await manage(here, SESSIONS))["sessions"]["nodes"]
    assert [(one["isCurrent"], one["network"], one["way"]) for one in seen] == [
        (False, "198.51.100.9", "password"),
        (True, "203.0.113.7", "password"),
    ]

    assert (await manage(here, END, id=seen[0]["id"]))["endSession"] == {"ended": seen[0]["id"], "refusal": None}
    assert await is_in(here) and not await is_in(there)
    details = {"session": seen[0]["id"], "account": anna.id}
    assert (await trail())[-1] == {"action": "session_ended", "by": anna.id, "details": details}
    assert (await manage(here, END, id=seen[0]["id"]))["endSession"]["refusal"] == {"code": "NOT_FOUND"}


async def test_people_end_all_their_other_sessions_at_once(entrance: Entrance, anna: Account) -> None:
    here, *others = [await signed_in(entrance) for _ in range(3)]

    assert (await manage(here, END_ALL))["endSessions"] == {"ended": 2, "refusal": None}

    assert await is_in(here)
    assert not any([await is_in(other) for other in others])


async def test_the_sessions_of_others_are_for_those_who_manage_people(
    entrance: Entrance, anna: Account, admin: Account, mongo: Mongo
) -> None:
    hers = await signed_in(entrance)
    his = await signed_in(entrance, {"email": admin.email, "password": PASSWORD})
    [of_admin] = (await manage(his, SESSIONS))["sessions"]["nodes"]
    before = await mongo.db["sessions"].find({}).to_list(None)

    listed = await hers.post("/management/graphql", json={"query": SESSIONS, "variables": {"account": admin.id}})
    ended = await manage(hers, END, id=of_admin["id"])
    all_ended = await manage(hers, END_ALL, account=admin.id)

    assert listed.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert ended["endSession"]["refusal"] == all_ended["endSessions"]["refusal"] == {"code": "NOT_FOUND"}
    assert await mongo.db["sessions"].find({}).to_list(None) == before

    [of_anna] = (await manage(his, SESSIONS, account=anna.id))["sessions"]["nodes"]
    assert not of_anna["isCurrent"]
    assert (await manage(his, END_ALL, account=anna.id))["endSessions"] == {"ended": 1, "refusal": None}
    assert await is_in(his) and not await is_in(hers)


async def test_people_change_their_name_and_language(entrance: Entrance, anna: Account, trail: Trail) -> None:
    browser = await signed_in(entrance)
    change = """mutation ($name: String, $locale: Locale) { changeProfile(input: {name: $name, locale: $locale}) {
      viewer { name locale } refusal { code } problems { field code } } }"""

    async def changed(**input: str) -> Any:
        return (await manage(browser, change, **input))["changeProfile"]

    assert (await changed(name="  Anna  Nová ", locale="cs"))["viewer"] == {"name": "Anna  Nová", "locale": "cs"}
    assert (await changed())["viewer"]["locale"] == "cs"
    assert (await changed(name=" "))["problems"] == [{"field": "name", "code": "WRONG_LENGTH"}]
    assert (await changed(name="x" * 201))["problems"] == [{"field": "name", "code": "WRONG_LENGTH"}]
    assert (await changed(locale="de"))["problems"] == [{"field": "locale", "code": "UNKNOWN_LOCALE"}]
    assert (await browser.get("/session")).json()["person"]["name"] == "Anna  Nová"
    assert [one["details"] for one in await trail() if one["action"] == "profile_changed"] == [
        {"fields": ["locale", "name"]}
    ]


async def test_a_token_cannot_change_how_its_owner_gets_in(services: Services, anna: Account) -> None:
    """An actor without a session is one that came with a token, or no person at all."""
    actor = actor_of(anna)
    for attempt in (
        lambda: change_password(services, actor, None, current=PASSWORD, new="quite another password"),
        lambda: change_profile(services, actor, None, name="Eve"),
        lambda: begin_second_factor(services, actor, None, PASSWORD),
        lambda: change_profile(services, SYSTEM, "a session", name="Eve"),
    ):
        with pytest.raises(NotPermitted):
            await attempt()


async def test_a_request_costs_two_reads_by_index(entrance: Entrance, anna: Account, mongo: Mongo) -> None:
    browser = await signed_in(entrance)
    await mongo.db.command("profile", 2)
    try:
        assert await is_in(browser)
        await mongo.db.command("profile", 0)
        done = await mongo.db["system.profile"].find({"op": {"$ne": "command"}}).to_list(None)
    finally:
        await mongo.db.command("profile", 0)
        await mongo.db["system.profile"].drop()

    assert [(one["ns"].partition(".")[2], one["op"], one["planSummary"]) for one in done] == [
        ("sessions", "query", "IXSCAN { token_hash: 1 }"),
        ("accounts", "query", "IDHACK"),
    ]
