"""Signing in and out."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
import time_machine
from argon2 import PasswordHasher
from starlette.applications import Starlette
from structlog.testing import capture_logs

from cms import passwords
from cms.http.session import Sessions
from cms.http.session_cookie import LIFETIME_SECONDS
from cms.passwords import hash_password
from storage.errors import Unavailable

KEY = "0123456789abcdef0123456789abcdef"
RIGHT = {"email": "anna@example.org", "password": "a right password"}


@dataclass(frozen=True)
class Person:
    id: str
    email: str
    name: str
    password_hash: str
    is_active: bool = True


@dataclass
class Office:
    """Those who have an account."""

    people: dict[str, Person] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    is_open: bool = True

    async def find_account(self, email: str) -> Person | None:
        self.asked.append(email)
        return next((person for person in (await self.all()).values() if person.email == email), None)

    async def find_person(self, person_id: str) -> Person | None:
        return (await self.all()).get(person_id)

    async def all(self) -> dict[str, Person]:
        if not self.is_open:
            raise Unavailable("mongodb")
        return self.people

    @asynccontextmanager
    async def entrance(
        self, public_url: str | None = None, client: tuple[str, int] = ("203.0.113.7", 5000), key: str = KEY
    ) -> AsyncIterator[httpx.AsyncClient]:
        sessions = Sessions(key, self.find_account, self.find_person, public_url)
        transport = httpx.ASGITransport(Starlette(routes=sessions.routes()), client=client)
        async with httpx.AsyncClient(transport=transport, base_url=public_url or "http://cms.test") as browser:
            yield browser


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobody.cache_clear()
    yield
    passwords._nobody.cache_clear()


@pytest.fixture
async def right_hash(quick_hashes: None) -> str:
    return await hash_password(RIGHT["password"])


@pytest.fixture
def office(right_hash: str) -> Office:
    return Office({"65f0": Person("65f0", RIGHT["email"], "Anna", right_hash)})


def who(answer: httpx.Response) -> Any:
    return answer.json()["person"]


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def test_somebody_signs_in_is_known_and_signs_out(office: Office) -> None:
    anna = {"id": "65f0", "email": "anna@example.org", "name": "Anna"}

    async with office.entrance() as browser:
        before = await browser.get("/session")
        entering = await browser.post("/session", json=RIGHT)
        inside = await browser.get("/session")
        leaving = await browser.delete("/session")
        after = await browser.get("/session")

    assert [who(answer) for answer in (before, entering, inside, leaving, after)] == [None, anna, anna, None, None]
    assert all(answer.headers["cache-control"] == "no-store" for answer in (before, entering, inside, leaving, after))


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(office: Office) -> None:
    async with office.entrance() as browser:
        cookie = (await browser.post("/session", json=RIGHT)).headers["set-cookie"]

    parts = cookie.split("; ")
    assert parts[0].startswith("cms_session=")
    assert set(parts[1:]) == {"HttpOnly", f"Max-Age={LIFETIME_SECONDS}", "Path=/", "SameSite=lax"}


async def test_over_https_the_cookie_stays_on_https_and_on_the_host(office: Office) -> None:
    async with office.entrance("https://cms.example.org") as browser:
        entering = await browser.post("/session", json=RIGHT)
        inside = await browser.get("/session")
        leaving = await browser.delete("/session")

    assert entering.headers["set-cookie"].startswith("__Host-cms_session=")
    assert "Secure" in entering.headers["set-cookie"]
    assert "Domain" not in entering.headers["set-cookie"]
    assert who(inside)["name"] == "Anna"
    assert "Secure" in leaving.headers["set-cookie"]


async def test_an_email_is_the_same_however_it_is_typed(office: Office) -> None:
    async with office.entrance() as browser:
        answer = await browser.post("/session", json=RIGHT | {"email": " Anna@Example.ORG "})

    assert answer.status_code == 200


async def test_a_wrong_password_an_unknown_email_and_a_closed_account_look_the_same(
    office: Office, right_hash: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str | None] = []
    verify = passwords._verify

    def watched(password_hash: str | None, password: str) -> bool:
        verified.append(password_hash)
        return verify(password_hash, password)

    monkeypatch.setattr(passwords, "_verify", watched)
    office.people["65f1"] = Person("65f1", "closed@example.org", "Closed", right_hash, is_active=False)

    async with office.entrance() as browser:
        answers = [
            await browser.post("/session", json=RIGHT | wrong)
            for wrong in ({"password": "wrong"}, {"email": "nobody@example.org"}, {"email": "closed@example.org"})
        ]

    assert len({(answer.status_code, answer.content) for answer in answers}) == 1
    assert code(answers[0]) == (401, "SIGN_IN_FAILED")
    assert not any("set-cookie" in answer.headers for answer in answers)
    assert len(verified) == 3  # a hash is computed for each of them: they take the same time


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"x"', b"{}", b'{"email":"a"}', b'{"email":1,"password":"x"}', b"\xff",
     b'{"email":"a","password":["x"]}', b'{"email":"\\ud800","password":"x"}',
     b'{"password":"x","email":"' + b"a" * 255 + b'"}'],
)  # fmt: skip
async def test_a_malformed_body_is_refused(office: Office, body: bytes) -> None:
    async with office.entrance() as browser:
        answer = await browser.post("/session", content=body, headers={"content-type": "application/json"})

    assert code(answer) == (400, "BAD_REQUEST")
    assert office.asked == []


async def test_an_oversized_body_is_refused(office: Office) -> None:
    async with office.entrance() as browser:
        answer = await browser.post("/session", json=RIGHT | {"password": "x" * 5000})

    assert code(answer) == (413, "BODY_TOO_LARGE")


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", ""])
async def test_what_a_foreign_form_can_send_is_refused(office: Office, kind: str) -> None:
    async with office.entrance() as browser:
        answer = await browser.post("/session", content=json.dumps(RIGHT).encode(), headers={"content-type": kind})

    assert code(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("method", ["POST", "DELETE"])
@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({}, True),
        ({"origin": "http://cms.test"}, True),
        ({"origin": "https://cms.test"}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"origin": "http://evil.test"}, False),
        ({"origin": "http://cms.test.evil.test"}, False),
        ({"origin": "http://cms.test:8000"}, False),
        ({"origin": "null"}, False),
        ({"origin": ""}, False),
        ({"origin": "http://[bad"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
    ],
)
async def test_only_our_own_pages_and_programs_may_change_a_session(
    office: Office, method: str, headers: dict[str, str], is_ours: bool
) -> None:
    async with office.entrance() as browser:
        answer = await browser.request(method, "/session", json=RIGHT, headers=headers)

    if is_ours:
        assert answer.status_code == 200
    else:
        assert code(answer) == (403, "FOREIGN_ORIGIN")
        assert "set-cookie" not in answer.headers


async def test_our_public_origin_counts_behind_a_proxy_that_renames_us(office: Office) -> None:
    async with office.entrance("https://cms.example.org") as browser:
        headers = {"origin": "https://cms.example.org", "host": "app:8000"}
        assert (await browser.post("/session", json=RIGHT, headers=headers)).status_code == 200


async def signed_in(office: Office, **options: Any) -> str:
    async with office.entrance(**options) as browser:
        await browser.post("/session", json=RIGHT)
        return browser.cookies["cms_session"]


async def person_with(office: Office, cookie: str) -> Any:
    async with office.entrance() as browser:
        return who(await browser.get("/session", headers={b"cookie": f"cms_session={cookie}".encode()}))


async def test_a_session_holds_in_all_processes_and_ends_after_its_time(office: Office) -> None:
    cookie = await signed_in(office)

    with time_machine.travel(timedelta(seconds=LIFETIME_SECONDS - 60)):
        assert await person_with(office, cookie)
    with time_machine.travel(timedelta(seconds=LIFETIME_SECONDS + 60)):
        assert await person_with(office, cookie) is None


async def test_a_forged_cookie_is_nobody(office: Office) -> None:
    cookie = await signed_in(office)
    foreign = await signed_in(office, key=KEY[::-1])

    for forged in (cookie[:-1], cookie + "x", "x", "", "a.b.c", "x" * 5000, cookie.swapcase(), foreign, "Ž"):
        assert await person_with(office, forged) is None


async def test_sessions_end_with_the_password_and_with_the_account(office: Office) -> None:
    cookie = await signed_in(office)
    anna = office.people["65f0"]

    office.people["65f0"] = replace(anna, password_hash=await hash_password("a new password"))
    assert await person_with(office, cookie) is None

    office.people["65f0"] = replace(anna, is_active=False)
    assert await person_with(office, cookie) is None

    office.people.clear()
    assert await person_with(office, cookie) is None


async def test_guessing_one_persons_password_is_slowed_down(office: Office) -> None:
    async with office.entrance() as browser:
        for _ in range(10):
            assert code(await browser.post("/session", json=RIGHT | {"password": "x"})) == (401, "SIGN_IN_FAILED")
        refused = await browser.post("/session", json=RIGHT)
        other = await browser.post("/session", json=RIGHT | {"email": "jan@example.org"})

    assert code(refused) == (429, "TOO_MANY_REQUESTS")
    assert 800 < int(refused.headers["retry-after"]) <= 900
    assert other.status_code == 401


async def test_trying_many_people_from_one_address_is_slowed_down(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "_verify", lambda password_hash, password: False)

    async with office.entrance() as browser:
        answers = [await browser.post("/session", json=RIGHT | {"email": f"{n}@example.org"}) for n in range(31)]

    assert [answer.status_code for answer in answers] == [401] * 30 + [429]


async def test_success_clears_the_count(office: Office) -> None:
    async with office.entrance() as browser:
        for _ in range(3):
            for _ in range(4):
                await browser.post("/session", json=RIGHT | {"password": "x"})
            assert (await browser.post("/session", json=RIGHT)).status_code == 200


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
    office: Office, monkeypatch: pytest.MonkeyPatch, first: str, second: str, is_one: bool
) -> None:
    monkeypatch.setattr(passwords, "_verify", lambda password_hash, password: False)
    sessions = Sessions(KEY, office.find_account, office.find_person)
    app = Starlette(routes=sessions.routes())

    async def tries(address: str, times: int) -> int:
        transport = httpx.ASGITransport(app, client=(address, 5000))
        async with httpx.AsyncClient(transport=transport, base_url="http://cms.test") as browser:
            answers = [
                await browser.post("/session", json={"email": f"{address}{n}@x.org", "password": "x"})
                for n in range(times)
            ]
        return answers[-1].status_code

    assert await tries(first, 30) == 401
    assert await tries(second, 1) == (429 if is_one else 401)


async def test_a_crowd_at_the_door_is_told_to_wait(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "WAITING", 1)

    async with office.entrance() as browser:
        answers = await asyncio.gather(
            *(browser.post("/session", json=RIGHT | {"email": f"{n}@example.org"}) for n in range(4))
        )

    assert sorted(answer.status_code for answer in answers) == [401, 429, 429, 429]
    assert all(answer.headers["retry-after"] == "2" for answer in answers if answer.status_code == 429)


async def test_without_the_database_nobody_is_let_in_nor_out_of_patience(office: Office) -> None:
    cookie = await signed_in(office)
    office.is_open = False

    async with office.entrance() as browser:
        entering = await browser.post("/session", json=RIGHT)
        asking = await browser.get("/session", headers={"cookie": f"cms_session={cookie}"})
        stranger = await browser.get("/session")

    assert code(entering) == code(asking) == (503, "UNAVAILABLE")
    assert entering.headers["retry-after"] == "2"
    assert stranger.status_code == 200


async def test_neither_passwords_nor_cookies_are_logged(office: Office) -> None:
    async with office.entrance() as browser:
        with capture_logs() as logs:
            await browser.post("/session", json=RIGHT)
            await browser.post("/session", json=RIGHT | {"password": "wrong one"})

    assert "right password" not in str(logs)
    assert "wrong one" not in str(logs)
    assert browser.cookies["cms_session"] not in str(logs)


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_other_methods_are_not_allowed(office: Office, method: str) -> None:
    async with office.entrance() as browser:
        assert (await browser.request(method, "/session")).status_code == 405
