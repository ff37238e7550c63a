"""Links by mail: for those who forgot their password, and for those who never had one."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest

from cms.accounts.invitations import invite
from cms.accounts.one_time_tokens import give_token
from cms.accounts.sign_in.forgotten_password import mail_reset_link
from cms.kernel.services import Services
from storage.documents import Account, OutboxEvent
from storage.mongo import Mongo
from tests.cms.accounts.sign_in.conftest import RIGHT, WRONG, Entrance, Links, Trail, Work, code, who
from tests.services import Clock

NEW = "quite another password"


async def ask(browser: httpx.AsyncClient, email: str = RIGHT["email"]) -> httpx.Response:
    return await browser.post("/session/reset-request", json={"email": email})


async def put(browser: httpx.AsyncClient, token: str, password: str = NEW) -> httpx.Response:
    return await browser.post("/session/reset", json={"token": token, "password": password})


def problems(answer: httpx.Response) -> list[tuple[str, str]]:
    assert answer.status_code == 400, answer.text
    return [(one["field"], one["code"]) for one in answer.json()["error"]["problems"]]


@pytest.fixture
async def token(browser: httpx.AsyncClient, anna: Account, work: Work, links: Links) -> str:
    await ask(browser)
    await work()
    [(_template, token)] = await links()
    return token


async def test_a_link_by_mail_sets_a_new_password(
    entrance: Entrance, anna: Account, token: str, mongo: Mongo, trail: Trail
) -> None:
    browser = await entrance()
    await browser.post("/session", json=RIGHT)

    answer = await put(browser, token)

    assert answer.status_code == 200 and who(answer) is None
    assert who(await browser.get("/session")) is None and await mongo.db["sessions"].count_documents({}) == 0
    assert code(await browser.post("/session", json=RIGHT)) == (401, "SIGN_IN_FAILED")
    assert who(await browser.post("/session", json={**RIGHT, "password": NEW})) == anna.email
    [mail] = await mongo.db["mails"].find({}).to_list(None)
    assert (mail["to"], mail["template"], mail["locale"]) == (anna.email, "password_reset", "en")
    assert mail["values"] == {"name": "Anna", "hours": "1"}
    assert [one["action"] for one in await trail()] == [
        "password_reset_requested", "signed_in", "password_reset", "sign_in_failed", "signed_in",
    ]  # fmt: skip


async def test_the_link_is_nowhere_in_the_database(token: str, mongo: Mongo) -> None:
    names = await mongo.db.list_collection_names()

    assert token not in str([await mongo.db[name].find({}).to_list(None) for name in names])


async def test_a_link_works_once(browser: httpx.AsyncClient, token: str) -> None:
    assert (await put(browser, token)).status_code == 200

    assert problems(await put(browser, token, "another password again")) == [("token", "LINK_OVER")]


async def test_a_link_used_twice_at_once_works_once(entrance: Entrance, token: str) -> None:
    browsers = [await entrance() for _ in range(4)]

    answers = await asyncio.gather(*(put(one, token, f"seven boats at {n} o'clock") for n, one in enumerate(browsers)))

    assert sorted(answer.status_code for answer in answers) == [200, 400, 400, 400]


async def test_a_link_lasts_an_hour(browser: httpx.AsyncClient, token: str, clock: Clock) -> None:
    clock.now += timedelta(hours=1)

    assert problems(await put(browser, token)) == [("token", "LINK_OVER")]


async def test_a_link_that_somebody_else_asks_for_ends_none_that_was_sent_and_one_that_is_used_ends_all(
    browser: httpx.AsyncClient, token: str, work: Work, links: Links
) -> None:
    await ask(browser)
    await work()
    [_first, (_template, second)] = await links()

    assert (await put(browser, token)).status_code == 200
    assert problems(await put(browser, second)) == [("token", "LINK_OVER")]


async def test_an_invitation_outlives_a_link_that_a_stranger_asks_for(
    browser: httpx.AsyncClient, invited: Account, work: Work, links: Links, clock: Clock
) -> None:
    await browser.post("/session/reset-request", json={"email": invited.email})
    await work()
    [(_template, invitation), (template, _asked)] = await links()
    clock.now += timedelta(hours=71)

    assert template == "password_reset"
    assert (await put(browser, invitation)).status_code == 200


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("anna@example.org", "PERSONAL_PASSWORD"),
        ("Anna@Example.org1", "PERSONAL_PASSWORD"),
        ("password1234", "COMMON_PASSWORD"),
        ("P4ssword2026!", "COMMON_PASSWORD"),
        ("парола123456", "COMMON_PASSWORD"),
        ("clustercms2026", "PRODUCT_PASSWORD"),
    ],
)
async def test_a_password_that_is_guessed_first_is_refused_in_words(
    browser: httpx.AsyncClient, token: str, password: str, code: str
) -> None:
    answer = await put(browser, token, password)

    assert problems(answer) == [("password", code)]
    assert (await put(browser, token)).status_code == 200


async def test_a_password_that_is_refused_uses_nothing_up(browser: httpx.AsyncClient, token: str) -> None:
    assert problems(await put(browser, token, "short")) == [("password", "TOO_SHORT")]

    assert (await put(browser, token)).status_code == 200


@pytest.mark.parametrize("forged", ["", "x", "x" * 43, "x" * 2000, "Ž"])
async def test_a_forged_link_sets_nothing(browser: httpx.AsyncClient, token: str, anna: Account, forged: str) -> None:
    assert problems(await put(browser, forged)) == [("token", "LINK_OVER")]
    assert who(await browser.post("/session", json=RIGHT)) == anna.email


async def test_a_token_for_something_else_sets_no_password(
    browser: httpx.AsyncClient, services: Services, anna: Account
) -> None:
    token = await services.transact(
        lambda session: give_token(services, session, "second_factor", timedelta(hours=1), account=anna.id)
    )

    assert problems(await put(browser, token)) == [("token", "LINK_OVER")]


async def test_a_link_is_worth_nothing_once_the_account_is_closed(
    browser: httpx.AsyncClient, token: str, anna: Account, mongo: Mongo
) -> None:
    await mongo.db["accounts"].update_one({"_id": anna.id}, {"$set": {"is_active": False}})
    before = await mongo.db["accounts"].find_one({})

    assert problems(await put(browser, token)) == [("token", "LINK_OVER")]
    assert await mongo.db["accounts"].find_one({}) == before


async def test_guessing_links_is_slowed(browser: httpx.AsyncClient, token: str) -> None:
    answers = [await put(browser, f"guess {n}") for n in range(32)]

    assert answers[-1].status_code == 429


async def test_the_answer_does_not_tell_whether_there_is_an_account(
    entrance: Entrance, anna: Account, mongo: Mongo, work: Work, links: Links
) -> None:
    """Nothing is looked up before the answer, so it takes the same time too: a worker does the rest."""
    await mongo.db["accounts"].insert_one(
        {"_id": "closed", "email": "closed@example.org", "name": "C", "password_hash": "x", "is_active": False}
    )
    answers, written = [], []
    for number, email in enumerate((anna.email, "nobody@example.org", "closed@example.org")):
        browser = await entrance(network=f"203.0.113.{number}")
        answers.append(await ask(browser, email))
        events = await mongo.db["outbox"].find({"name": "PasswordResetRequested"}).sort("_id", -1).to_list(1)
        written.append({name: value for name, value in events[0].items() if name not in ("_id", "payload")})
        assert email not in str(events)

    assert {(answer.status_code, answer.content) for answer in answers} == {(202, answers[0].content)}
    assert written[0] == written[1] == written[2]
    await work()
    assert [template for template, _token in await links()] == ["password_reset"]


async def test_nobody_can_fill_somebodys_mailbox(
    entrance: Entrance, anna: Account, work: Work, links: Links, clock: Clock
) -> None:
    answers = [await ask(await entrance(network=f"203.0.113.{n}")) for n in range(10)]
    await work()
    assert {answer.status_code for answer in answers} == {202}
    assert len(await links()) == 4

    clock.now += timedelta(minutes=5)
    await ask(await entrance())
    await work()
    assert len(await links()) == 5


async def test_one_network_cannot_ask_for_everybody(browser: httpx.AsyncClient) -> None:
    answers = [await ask(browser, f"{n}@example.org") for n in range(32)]

    assert answers[-1].status_code == 429


@pytest.mark.parametrize("email", ["", "no address", "a@b", "x" * 300])
async def test_what_is_no_address_is_asked_no_further(browser: httpx.AsyncClient, mongo: Mongo, email: str) -> None:
    assert (await ask(browser, email)).status_code in (202, 400)

    assert await mongo.db["outbox"].count_documents({}) == 0


async def test_an_event_that_is_worked_on_twice_sends_one_mail(
    browser: httpx.AsyncClient, anna: Account, services: Services, mongo: Mongo, links: Links
) -> None:
    await ask(browser)
    [stored] = await mongo.db["outbox"].find({}).to_list(None)
    event = OutboxEvent.model_validate(stored)

    await mail_reset_link(services, event)
    [(_template, token)] = await links()
    await put(browser, token)
    await mail_reset_link(services, event)

    assert len(await links()) == 1


async def test_a_link_ends_waits_for_whoever_was_slowed_by_others(
    entrance: Entrance, anna: Account, token: str
) -> None:
    for number in range(7):
        await (await entrance(network=f"198.51.100.{number}")).post("/session", json=WRONG)
    browser = await entrance()
    assert (await browser.post("/session", json=RIGHT)).status_code == 429

    await put(browser, token)

    assert who(await browser.post("/session", json={**RIGHT, "password": NEW})) == anna.email


@pytest.fixture
async def invited(services: Services, mongo: Mongo) -> Account:
    account = Account(email="new@example.org", name="Nová", password_hash="", locale="cs")

    async def write(session: Any) -> None:
        await services.repository.accounts.insert(account, session)
        await invite(services, session, account)

    await services.transact(write)
    return account


async def test_a_new_person_sets_the_first_password_by_a_link(
    browser: httpx.AsyncClient, invited: Account, links: Links, mongo: Mongo, clock: Clock
) -> None:
    [mail] = await mongo.db["mails"].find({}).to_list(None)
    assert (mail["to"], mail["template"], mail["locale"]) == (invited.email, "invitation", "cs")
    assert mail["values"] == {"name": "Nová", "hours": "72"}
    [(_template, token)] = await links()
    clock.now += timedelta(hours=71)

    assert (await put(browser, token)).status_code == 200

    assert who(await browser.post("/session", json={"email": invited.email, "password": NEW})) == invited.email


async def test_an_invitation_lasts_three_days_and_can_be_asked_for_again(
    browser: httpx.AsyncClient, invited: Account, links: Links, clock: Clock, work: Work
) -> None:
    [(_template, first)] = await links()
    clock.now += timedelta(hours=72)
    assert problems(await put(browser, first)) == [("token", "LINK_OVER")]

    await ask(browser, invited.email)
    await work()

    assert (await put(browser, (await links())[-1][1])).status_code == 200
