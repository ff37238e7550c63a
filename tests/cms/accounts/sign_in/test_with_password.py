"""Passwords at the door: what is told to those who do not know them, and how their guessing is slowed."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from argon2 import PasswordHasher

from cms.accounts import passwords
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Mongo
from storage.repositories.attempts import Pace
from tests.cms.accounts.sign_in.conftest import RIGHT, WRONG, Entrance, Trail, code, who
from tests.services import Clock


async def test_a_wrong_password_an_unknown_email_and_a_closed_account_look_the_same(
    entrance: Entrance, anna: Account, mongo: Mongo, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str | None] = []
    verify = passwords._verify

    def watched(password_hash: str | None, password: str) -> bool:
        verified.append(password_hash)
        return verify(password_hash, password)

    monkeypatch.setattr(passwords, "_verify", watched)
    browser = await entrance()

    answers = [await browser.post("/session", json=WRONG)]
    answers.append(await browser.post("/session", json={**RIGHT, "email": "nobody@example.org"}))
    await mongo.db["accounts"].update_one({"_id": anna.id}, {"$set": {"is_active": False}})
    answers.append(await browser.post("/session", json=RIGHT))

    assert len({(answer.status_code, answer.content) for answer in answers}) == 1
    assert code(answers[0]) == (401, "SIGN_IN_FAILED")
    assert not any("set-cookie" in answer.headers for answer in answers)
    assert len(verified) == 3  # a hash is computed for each of them: they take the same time


@pytest.mark.parametrize("hash", ["", "no hash at all"])
async def test_an_account_without_a_password_has_none_that_fits(
    browser: httpx.AsyncClient, anna: Account, mongo: Mongo, hash: str
) -> None:
    await mongo.db["accounts"].update_one({"_id": anna.id}, {"$set": {"password_hash": hash}})

    for guess in ("", "nobody's password", hash):
        answer = await browser.post("/session", json={**RIGHT, "password": guess})
        assert code(answer) == (401, "SIGN_IN_FAILED")


async def test_failures_are_audited_by_the_account_where_it_is_known(
    browser: httpx.AsyncClient, anna: Account, trail: Trail
) -> None:
    await browser.post("/session", json=WRONG)
    await browser.post("/session", json={**RIGHT, "email": "typed-a-password-here@example.org"})

    details = {"reason": "password", "network": "203.0.113.7"}
    assert await trail() == [
        {"action": "sign_in_failed", "by": anna.id, "details": details},
        {"action": "sign_in_failed", "by": "anonymous", "details": details},
    ]


async def test_a_password_is_hashed_anew_where_it_was_hashed_too_weakly(
    browser: httpx.AsyncClient, anna: Account, mongo: Mongo, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stored() -> str:
        [account] = await mongo.db["accounts"].find({"_id": anna.id}).to_list(None)
        return account["password_hash"]

    weak = await stored()
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))

    await browser.post("/session", json=WRONG)
    assert await stored() == weak
    await browser.post("/session", json=RIGHT)
    strong = await stored()
    await browser.post("/session", json=RIGHT)

    assert strong != weak and ",t=2," in strong.replace("$", ",")
    assert await stored() == strong
    assert who(await browser.get("/session")) == anna.email


async def test_guessing_one_persons_password_is_slowed_more_and_more(
    entrance: Entrance, anna: Account, clock: Clock
) -> None:
    waits = []
    for number in range(14):
        browser = await entrance(network=f"203.0.113.{number}")  # another network and another process each time
        answer = await browser.post("/session", json=WRONG)
        while answer.status_code == 429:
            waits.append(int(answer.headers["retry-after"]))
            clock.now += timedelta(seconds=waits[-1])
            answer = await browser.post("/session", json=WRONG)
        assert answer.status_code == 401

    assert waits == [5, 10, 20, 40, 80, 160, 320, 640]


async def test_nobody_is_locked_out_for_ever(entrance: Entrance, anna: Account, clock: Clock) -> None:
    for number in range(300):
        browser = await entrance(network=f"198.51.{number}.1")
        if (await browser.post("/session", json=WRONG)).status_code == 429:
            clock.now += timedelta(minutes=15)
            if number > 20:
                break

    assert who(await (await entrance()).post("/session", json=RIGHT)) == anna.email


async def test_attempts_during_a_wait_do_not_prolong_it(entrance: Entrance, anna: Account, clock: Clock) -> None:
    browser = await entrance()
    for _ in range(6):
        await browser.post("/session", json=WRONG)

    waits = [int((await browser.post("/session", json=WRONG)).headers["retry-after"]) for _ in range(5)]
    clock.now += timedelta(seconds=5)

    assert waits == [5] * 5
    assert who(await browser.post("/session", json=RIGHT)) == anna.email


async def test_of_many_guesses_at_once_only_as_many_pass_as_may(entrance: Entrance, anna: Account) -> None:
    browsers = [await entrance(network=f"203.0.113.{number}") for number in range(12)]

    answers = await asyncio.gather(*(one.post("/session", json=WRONG) for one in browsers))

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [401] * 6 + [429] * 6


async def test_a_browser_that_was_signed_in_before_is_not_slowed_by_others(entrance: Entrance, anna: Account) -> None:
    own, stranger = await entrance(), await entrance()
    await own.post("/session", json=RIGHT)
    await own.delete("/session")
    for _ in range(40):
        await stranger.post("/session", json=WRONG)
    assert (await stranger.post("/session", json=RIGHT)).status_code == 429

    answer = await own.post("/session", json=RIGHT)

    assert who(answer) == anna.email


async def test_but_it_is_slowed_when_it_guesses_itself(entrance: Entrance, anna: Account) -> None:
    own, stranger = await entrance(), await entrance()
    await own.post("/session", json=RIGHT)

    answers = [await own.post("/session", json=WRONG) for _ in range(7)]

    assert [answer.status_code for answer in answers] == [401] * 6 + [429]
    assert who(await stranger.post("/session", json=RIGHT)) == anna.email


@pytest.mark.parametrize("forge", ["another account", "another key", "cut", "made up"])
async def test_a_forged_mark_of_a_device_exempts_nobody(
    entrance: Entrance, anna: Account, admin: Account, forge: str
) -> None:
    browser, stranger = await entrance(), await entrance()
    await browser.post("/session", json={**RIGHT, "email": admin.email if forge == "another account" else anna.email})
    mark = browser.cookies["cms_device"]
    forged = {"another key": mark[:-4] + "AAAA", "cut": mark[:-1], "made up": "x.y.z"}.get(forge, mark)
    for _ in range(6):
        await stranger.post("/session", json=WRONG)

    answer = await (await entrance()).post("/session", json=RIGHT, headers={"cookie": f"cms_device={forged}"})

    assert answer.status_code == 429


async def test_trying_many_people_from_one_network_is_slowed_down(
    entrance: Entrance, clock: Clock, anna: Account
) -> None:
    browser, other = await entrance(), await entrance(network="198.51.100.1")

    answers = [await browser.post("/session", json={"email": f"{n}@example.org", "password": "x"}) for n in range(32)]

    assert [answer.status_code for answer in answers] == [401] * 31 + [429]
    assert who(await other.post("/session", json=RIGHT)) == anna.email
    clock.now += timedelta(seconds=5)
    assert who(await browser.post("/session", json=RIGHT)) == anna.email


async def test_success_clears_the_count(entrance: Entrance, anna: Account, mongo: Mongo) -> None:
    for _ in range(3):
        browser = await entrance()
        for _ in range(5):
            await browser.post("/session", json=WRONG)
        assert (await browser.post("/session", json=RIGHT)).status_code == 200

    left = await mongo.db["attempts"].find({}).to_list(None)
    assert [(one["_id"], one["number"]) for one in left] == [("network 203.0.113.7", 15)]


async def test_counters_do_not_tell_whose_they_are(entrance: Entrance, anna: Account, mongo: Mongo) -> None:
    await (await entrance()).post("/session", json=WRONG)

    assert anna.email not in str(await mongo.db["attempts"].find({}).to_list(None))


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("2001:db8:1:2:3::4", "2001:db8:1:2:ffff::", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.8", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
    ],
)
async def test_a_network_of_ipv6_counts_as_one_person(
    entrance: Entrance, mongo: Mongo, first: str, second: str, is_one: bool
) -> None:
    for number, network in enumerate((first, second)):
        browser = await entrance(network=network)
        await browser.post("/session", json={"email": f"{number}@example.org", "password": "x"})

    assert await mongo.db["attempts"].count_documents({"_id": {"$regex": "^network"}}) == (1 if is_one else 2)


async def test_attempts_are_forgotten_after_a_time_of_peace(services: Services, clock: Clock) -> None:
    pace = Pace(1, timedelta(seconds=10), timedelta(seconds=30), timedelta(minutes=5))
    attempts = services.repository.attempts

    async def attempt() -> float | None:
        wait = await attempts.attempt("key", pace, clock.now)
        return wait.total_seconds() if wait else None

    assert [await attempt(), await attempt(), await attempt()] == [None, None, 10.0]
    clock.now += timedelta(minutes=5, seconds=11)
    assert [await attempt(), await attempt(), await attempt()] == [None, None, 10.0]
    await attempts.forget("key")
    assert [await attempt(), await attempt(), await attempt()] == [None, None, 10.0]
    await attempts.forgive("key")
    clock.now += timedelta(seconds=10)
    assert [await attempt(), await attempt()] == [None, 10.0]


async def test_a_wait_is_never_longer_than_the_longest(services: Services, clock: Clock) -> None:
    pace = Pace(0, timedelta(seconds=1), timedelta(minutes=15), timedelta(days=1))
    for _ in range(80):
        await services.repository.attempts.attempt("key", pace, clock.now)
        clock.now += timedelta(minutes=15)
    await services.repository.attempts.attempt("key", pace, clock.now)

    wait = await services.repository.attempts.attempt("key", pace, clock.now)

    assert wait == timedelta(minutes=15)
