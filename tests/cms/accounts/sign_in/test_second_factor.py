"""The second factor: turned on, asked for, used once, turned off."""

import asyncio
import re
from datetime import timedelta
from typing import Any

import httpx
import pytest
from pyotp import parse_uri
from pyotp.totp import TOTP

from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.accounts.sign_in.conftest import PASSWORD, RIGHT, WRONG, Entrance, Trail, code, manage, who
from tests.services import Clock

BEGIN = """mutation ($password: String) { beginSecondFactor(input: {password: $password}) {
  enrolment { secret uri } refusal { code } problems { field code } } }"""
CONFIRM = """mutation ($code: String!) { confirmSecondFactor(input: {code: $code}) {
  recoveryCodes refusal { code } problems { field code } } }"""
RENEW = CONFIRM.replace("confirmSecondFactor", "renewRecoveryCodes")
OFF = """mutation ($code: String!) { turnOffSecondFactor(input: {code: $code}) {
  isOff refusal { code } problems { field code } } }"""
OFF_OF = """mutation ($account: ID!) { turnOffSecondFactorOf(input: {account: $account}) {
  isOff refusal { code } problems { field code } } }"""
STATE = "{ viewer { secondFactor { enabledAt recoveryCodesLeft } } }"


class App:
    """An authenticator app with the time of the test."""

    def __init__(self, secret: str, clock: Clock, recovery: list[str]) -> None:
        self.secret = secret
        self.recovery = recovery
        self._clock = clock

    def code(self, steps: int = 0) -> str:
        return TOTP(self.secret).at(self._clock.now, counter_offset=steps)


@pytest.fixture
async def owner(entrance: Entrance, anna: Account) -> httpx.AsyncClient:
    """A browser in which Anna is signed in."""
    browser = await entrance()
    await browser.post("/session", json=RIGHT)
    return browser


@pytest.fixture
async def app(owner: httpx.AsyncClient, clock: Clock) -> App:
    """Anna's, turned on."""
    begun = (await manage(owner, BEGIN, password=PASSWORD))["beginSecondFactor"]["enrolment"]
    code = TOTP(begun["secret"]).at(clock.now)
    confirmed = (await manage(owner, CONFIRM, code=code))["confirmSecondFactor"]
    clock.now += timedelta(seconds=30)
    return App(begun["secret"], clock, confirmed["recoveryCodes"])


async def challenge(browser: httpx.AsyncClient) -> str:
    answer = await browser.post("/session", json=RIGHT)
    assert code(answer) == (401, "CODE_NEEDED")
    return answer.json()["error"]["challenge"]


async def enter(browser: httpx.AsyncClient, given: str, code: str) -> httpx.Response:
    return await browser.post("/session/code", json={"challenge": given, "code": code})


async def test_it_is_off_until_a_first_code_confirms_it(
    owner: httpx.AsyncClient, browser: httpx.AsyncClient, clock: Clock, trail: Trail
) -> None:
    begun = (await manage(owner, BEGIN, password=PASSWORD))["beginSecondFactor"]["enrolment"]
    uri = parse_uri(begun["uri"])
    assert (uri.secret, uri.name, uri.issuer) == (begun["secret"], "anna@example.org", "Cluster CMS")
    assert who(await browser.post("/session", json=RIGHT)) == RIGHT["email"]

    wrong = (await manage(owner, CONFIRM, code="000000"))["confirmSecondFactor"]
    right = (await manage(owner, CONFIRM, code=TOTP(begun["secret"]).at(clock.now)))["confirmSecondFactor"]
    again = (await manage(owner, CONFIRM, code=TOTP(begun["secret"]).at(clock.now)))["confirmSecondFactor"]

    assert wrong["problems"] == [{"field": "code", "code": "WRONG_CODE"}]
    assert len(set(right["recoveryCodes"])) == 10
    assert all(re.fullmatch(r"[a-z2-9]{5}-[a-z2-9]{5}", one) for one in right["recoveryCodes"])
    assert again["problems"] == [{"field": "", "code": "NOT_BEGUN"}]
    assert (await manage(owner, STATE))["viewer"]["secondFactor"] == {
        "enabledAt": "2024-04-02T12:00:00+00:00",
        "recoveryCodesLeft": 10,
    }
    assert "totp_enabled" in [one["action"] for one in await trail()]


async def test_nothing_that_is_stored_lets_anybody_make_codes(app: App, mongo: Mongo) -> None:
    names = await mongo.db.list_collection_names()
    stored = str([await mongo.db[name].find({}).to_list(None) for name in names])

    assert app.secret not in stored
    assert not [one for one in app.recovery if one in stored or one.replace("-", "") in stored]


async def test_turning_it_on_asks_for_the_password(owner: httpx.AsyncClient, mongo: Mongo) -> None:
    for password in (None, "", WRONG["password"]):
        refused = (await manage(owner, BEGIN, password=password))["beginSecondFactor"]
        assert refused["problems"] == [{"field": "password", "code": "WRONG_PASSWORD"}]

    assert await mongo.db["second_factors"].count_documents({}) == 0


async def test_it_cannot_be_replaced_while_it_is_on(owner: httpx.AsyncClient, app: App) -> None:
    refused = (await manage(owner, BEGIN, password=PASSWORD))["beginSecondFactor"]

    assert refused == {"enrolment": None, "refusal": {"code": "INVALID"}, "problems": [{"field": "", "code": "IS_ON"}]}


async def test_nobody_is_in_before_the_code(
    browser: httpx.AsyncClient, app: App, mongo: Mongo, trail: Trail, anna: Account
) -> None:
    before = await mongo.db["sessions"].count_documents({})

    answer = await browser.post("/session", json=RIGHT)

    assert code(answer) == (401, "CODE_NEEDED") and answer.json()["error"]["expires_in"] == 300
    assert "set-cookie" not in answer.headers and who(await browser.get("/session")) is None
    assert await mongo.db["sessions"].count_documents({}) == before
    assert answer.json()["error"]["challenge"] not in str(await mongo.db["one_time_tokens"].find({}).to_list(None))

    entered = await enter(browser, answer.json()["error"]["challenge"], app.code())
    assert who(entered) == who(await browser.get("/session")) == anna.email
    assert (await trail())[-1]["details"]["way"] == "totp"


@pytest.mark.parametrize(("steps", "works"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
async def test_the_clock_of_the_app_may_be_half_a_minute_off(
    browser: httpx.AsyncClient, app: App, clock: Clock, steps: int, works: bool
) -> None:
    clock.now += timedelta(minutes=2)

    answer = await enter(browser, await challenge(browser), app.code(steps))

    assert answer.status_code == (200 if works else 401)


async def test_a_code_works_once(entrance: Entrance, app: App) -> None:
    browser, thief = await entrance(), await entrance()
    first, second = await challenge(browser), await challenge(thief)
    used = app.code()

    assert (await enter(browser, first, used)).status_code == 200
    assert code(await enter(thief, second, used)) == (401, "SIGN_IN_FAILED")
    assert code(await enter(thief, second, app.code(-1))) == (401, "SIGN_IN_FAILED")  # nor one before it


async def test_the_code_that_turned_it_on_lets_nobody_in(browser: httpx.AsyncClient, app: App) -> None:
    assert code(await enter(browser, await challenge(browser), app.code(-1))) == (401, "SIGN_IN_FAILED")


async def test_one_code_given_twice_at_once_lets_one_in(entrance: Entrance, app: App, mongo: Mongo) -> None:
    before = await mongo.db["sessions"].count_documents({})
    browsers = [await entrance() for _ in range(4)]
    given = [await challenge(browser) for browser in browsers]

    answers = await asyncio.gather(
        *(enter(browser, one, app.code()) for browser, one in zip(browsers, given, strict=True))
    )

    assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401]
    assert await mongo.db["sessions"].count_documents({}) == before + 1


async def test_a_challenge_works_once(entrance: Entrance, app: App, clock: Clock) -> None:
    browser, thief = await entrance(), await entrance()
    given = await challenge(browser)
    await enter(browser, given, app.code())
    clock.now += timedelta(seconds=30)

    assert code(await enter(thief, given, app.code())) == (401, "SIGN_IN_FAILED")


async def test_a_challenge_lasts_five_minutes(browser: httpx.AsyncClient, app: App, clock: Clock) -> None:
    given = await challenge(browser)
    clock.now += timedelta(minutes=5)

    assert code(await enter(browser, given, app.code())) == (401, "SIGN_IN_FAILED")


@pytest.mark.parametrize("forged", ["", "x", "a.b.c", "x" * 1000, "Ž"])
async def test_a_forged_challenge_lets_nobody_in(browser: httpx.AsyncClient, app: App, forged: str) -> None:
    assert code(await enter(browser, forged, app.code())) == (401, "SIGN_IN_FAILED")


async def test_a_challenge_ends_with_the_password(
    owner: httpx.AsyncClient, browser: httpx.AsyncClient, app: App
) -> None:
    given = await challenge(browser)
    change = "mutation ($a: String!, $b: String!) { changePassword(input: {current: $a, new: $b}) { isChanged } }"
    assert (await manage(owner, change, a=PASSWORD, b="quite another password"))["changePassword"]["isChanged"]

    assert code(await enter(browser, given, app.code())) == (401, "SIGN_IN_FAILED")


async def test_a_challenge_ends_with_the_account(
    browser: httpx.AsyncClient, app: App, mongo: Mongo, anna: Account
) -> None:
    given = await challenge(browser)
    await mongo.db["accounts"].update_one({"_id": anna.id}, {"$set": {"is_active": False}})

    assert code(await enter(browser, given, app.code())) == (401, "SIGN_IN_FAILED")


async def test_guessing_codes_is_slowed_over_all_challenges(entrance: Entrance, app: App) -> None:
    statuses = []
    for number in range(3):
        browser = await entrance(network=f"203.0.113.{number}")
        given = await challenge(browser)
        statuses += [(await enter(browser, given, f"{number}{n}0000")).status_code for n in range(3)]

    assert statuses == [401] * 6 + [429] * 3


async def test_a_challenge_takes_five_codes(entrance: Entrance, app: App, clock: Clock) -> None:
    browser = await entrance()
    given = await challenge(browser)
    for n in range(5):
        assert (await enter(browser, given, f"00000{n}")).status_code == 401

    assert code(await enter(browser, given, app.code())) == (401, "SIGN_IN_FAILED")
    assert (await enter(browser, await challenge(browser), app.code())).status_code == 200


async def test_whoever_knows_the_password_cannot_keep_the_owner_out(
    owner: httpx.AsyncClient, entrance: Entrance, app: App
) -> None:
    thief = await entrance()
    for _ in range(2):
        given = await challenge(thief)
        for n in range(5):
            await enter(thief, given, f"00000{n}")
    await owner.delete("/session")

    assert (await enter(thief, await challenge(thief), app.code())).status_code == 429
    assert (await enter(owner, await challenge(owner), app.code())).status_code == 200


async def test_a_recovery_code_works_once_in_place_of_the_app(entrance: Entrance, app: App, trail: Trail) -> None:
    browser, other = await entrance(), await entrance()
    typed = app.recovery[3].upper().replace("-", " ")

    assert (await enter(browser, await challenge(browser), typed)).status_code == 200
    assert (await trail())[-1]["details"]["way"] == "recovery"
    assert (await manage(browser, STATE))["viewer"]["secondFactor"]["recoveryCodesLeft"] == 9
    assert code(await enter(other, await challenge(other), app.recovery[3])) == (401, "SIGN_IN_FAILED")
    assert (await enter(other, await challenge(other), app.recovery[4])).status_code == 200


async def test_new_recovery_codes_replace_the_old_ones(
    owner: httpx.AsyncClient, browser: httpx.AsyncClient, app: App, clock: Clock
) -> None:
    refused = (await manage(owner, RENEW, code="000000"))["renewRecoveryCodes"]
    renewed = (await manage(owner, RENEW, code=app.code()))["renewRecoveryCodes"]["recoveryCodes"]

    assert refused["problems"] == [{"field": "code", "code": "WRONG_CODE"}]
    assert len({*renewed, *app.recovery}) == 20
    assert (await enter(browser, await challenge(browser), app.recovery[0])).status_code == 401
    assert (await enter(browser, await challenge(browser), renewed[0])).status_code == 200


async def test_turning_it_off_takes_a_code(
    owner: httpx.AsyncClient, browser: httpx.AsyncClient, app: App, trail: Trail, anna: Account
) -> None:
    refused = (await manage(owner, OFF, code="000000"))["turnOffSecondFactor"]
    assert refused == {
        "isOff": None,
        "refusal": {"code": "INVALID"},
        "problems": [{"field": "code", "code": "WRONG_CODE"}],
    }
    await challenge(browser)

    assert (await manage(owner, OFF, code=app.code()))["turnOffSecondFactor"]["isOff"]

    assert who(await browser.post("/session", json=RIGHT)) == anna.email
    assert {"action": "totp_disabled", "by": anna.id, "details": {"account": anna.id}} in await trail()
    assert (await manage(owner, OFF, code=app.code()))["turnOffSecondFactor"]["problems"] == [
        {"field": "", "code": "IS_OFF"}
    ]


async def test_whoever_manages_people_turns_it_off_for_somebody_who_lost_it(
    entrance: Entrance, app: App, anna: Account, admin: Account, trail: Trail, owner: httpx.AsyncClient
) -> None:
    office = await entrance()
    await office.post("/session", json={"email": admin.email, "password": PASSWORD})

    async def turned_off(browser: httpx.AsyncClient, account: str) -> Any:
        return (await manage(browser, OFF_OF, account=account))["turnOffSecondFactorOf"]

    assert (await turned_off(owner, admin.id))["refusal"] == {"code": "NOT_PERMITTED"}
    assert (await turned_off(office, admin.id))["refusal"] == {"code": "NOT_PERMITTED"}
    assert (await turned_off(office, "f" * 24))["refusal"] == {"code": "NOT_FOUND"}
    assert (await turned_off(office, anna.id))["isOff"]

    assert (await trail())[-1] == {
        "action": "totp_disabled",
        "by": admin.id,
        "details": {"account": anna.id, "ended_sessions": 1},
    }
    assert who(await owner.get("/session")) is None
    assert who(await owner.post("/session", json=RIGHT)) == anna.email
    assert (await turned_off(office, anna.id))["problems"] == [{"field": "account", "code": "IS_OFF"}]


async def test_failed_codes_are_audited_without_the_code(
    browser: httpx.AsyncClient, app: App, trail: Trail, anna: Account
) -> None:
    await enter(browser, await challenge(browser), "123456")
    await enter(browser, "made up", "123456")

    assert (await trail())[-2:] == [
        {"action": "sign_in_failed", "by": anna.id, "details": {"reason": "code", "network": "203.0.113.7"}},
        {"action": "sign_in_failed", "by": "anonymous", "details": {"reason": "challenge", "network": "203.0.113.7"}},
    ]
