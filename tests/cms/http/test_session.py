"""Signing in and out, as far as it is HTTP."""

import asyncio
import json

import httpx
import pytest
from structlog.testing import capture_logs

from cms.accounts import passwords
from cms.kernel.services import Services
from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.accounts.sign_in.conftest import (
    PASSWORD,
    RIGHT,
    WRONG,
    Entrance,
    admin,
    anna,
    browser,
    code,
    entrance,
    who,
)

__all__ = ["admin", "anna", "browser", "entrance"]

POSTS = {
    "/session": RIGHT,
    "/session/code": {"challenge": "c", "code": "123456"},
    "/session/reset-request": {"email": RIGHT["email"]},
    "/session/reset": {"token": "t", "password": PASSWORD},
}


async def test_somebody_signs_in_is_known_and_signs_out(browser: httpx.AsyncClient, anna: Account) -> None:
    before = await browser.get("/session")
    entering = await browser.post("/session", json=RIGHT)
    inside = await browser.get("/session")
    leaving = await browser.delete("/session")
    after = await browser.get("/session")

    answers = (before, entering, inside, leaving, after)
    assert [who(answer) for answer in answers] == [None, anna.email, anna.email, None, None]
    assert entering.json()["person"] == {"id": anna.id, "email": "anna@example.org", "name": "Anna"}
    assert all(answer.headers["cache-control"] == "no-store" for answer in answers)


async def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites(
    browser: httpx.AsyncClient, anna: Account
) -> None:
    cookies = (await browser.post("/session", json=RIGHT)).headers.get_list("set-cookie")

    session, device = (cookie.split("; ") for cookie in cookies)
    assert session[0].startswith("cms_session=") and device[0].startswith("cms_device=")
    assert set(session[1:]) == {"HttpOnly", f"Max-Age={12 * 3600}", "Path=/", "SameSite=lax"}
    assert set(device[1:]) == {"HttpOnly", f"Max-Age={365 * 24 * 3600}", "Path=/", "SameSite=lax"}


async def test_over_https_the_cookies_stay_on_https_and_on_the_host(entrance: Entrance, anna: Account) -> None:
    browser = await entrance(public_url="https://cms.example.org")

    entering = await browser.post("/session", json=RIGHT)
    inside = await browser.get("/session")
    leaving = await browser.delete("/session")

    for cookie, name in zip(entering.headers.get_list("set-cookie"), ("session", "device"), strict=True):
        assert cookie.startswith(f"__Host-cms_{name}=")
        assert "Secure" in cookie and "Domain" not in cookie
    assert who(inside) == anna.email
    assert "Secure" in leaving.headers["set-cookie"]


async def test_an_email_is_the_same_however_it_is_typed(browser: httpx.AsyncClient, anna: Account) -> None:
    answer = await browser.post("/session", json=RIGHT | {"email": " Anna@Example.ORG "})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"x"', b"{}", b'{"email":"a"}', b'{"email":1,"password":"x"}', b"\xff",
     b'{"email":"a","password":["x"]}', b'{"email":"\\ud800","password":"x"}',
     b'{"password":"x","email":"' + b"a" * 255 + b'"}'],
)  # fmt: skip
async def test_a_malformed_body_is_refused(browser: httpx.AsyncClient, mongo: Mongo, body: bytes) -> None:
    answer = await browser.post("/session", content=body, headers={"content-type": "application/json"})

    assert code(answer) == (400, "BAD_REQUEST")
    assert await mongo.db["attempts"].count_documents({}) == 0


@pytest.mark.parametrize("path", POSTS)
async def test_an_oversized_body_is_refused(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.post(path, json={name: value + "x" * 5000 for name, value in POSTS[path].items()})

    assert code(answer) == (413, "BODY_TOO_LARGE")


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data", ""])
async def test_what_a_foreign_form_can_send_is_refused(browser: httpx.AsyncClient, path: str, kind: str) -> None:
    answer = await browser.post(path, content=json.dumps(POSTS[path]).encode(), headers={"content-type": kind})

    assert code(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/session"), *(("POST", path) for path in POSTS)])
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
    ids=str,
)
async def test_only_our_own_pages_and_programs_may_change_a_session(
    browser: httpx.AsyncClient, mongo: Mongo, method: str, path: str, headers: dict[str, str], is_ours: bool
) -> None:
    answer = await browser.request(method, path, json=POSTS.get(path), headers=headers)

    if is_ours:
        assert answer.status_code in (200, 202, 400, 401) and "FOREIGN_ORIGIN" not in answer.text
    else:
        assert code(answer) == (403, "FOREIGN_ORIGIN")
        assert "set-cookie" not in answer.headers
        assert await mongo.db["attempts"].count_documents({}) == 0


async def test_our_public_origin_counts_behind_a_proxy_that_renames_us(entrance: Entrance, anna: Account) -> None:
    browser = await entrance(public_url="https://cms.example.org")
    headers = {"origin": "https://cms.example.org", "host": "app:8000"}

    assert (await browser.post("/session", json=RIGHT, headers=headers)).status_code == 200


async def test_a_crowd_at_the_door_is_told_to_wait(
    browser: httpx.AsyncClient, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "_under_way", passwords.WAITING)

    answer = await browser.post("/session", json=RIGHT)

    assert code(answer) == (429, "TOO_MANY_REQUESTS")
    assert answer.headers["retry-after"] == "2"


async def test_neither_passwords_nor_cookies_are_logged(browser: httpx.AsyncClient, anna: Account) -> None:
    with capture_logs() as logs:
        await browser.post("/session", json=RIGHT)
        await browser.post("/session", json=WRONG)

    assert logs
    for secret in (PASSWORD, WRONG["password"], *browser.cookies.values()):
        assert secret not in str(logs)


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
async def test_other_methods_are_not_allowed(browser: httpx.AsyncClient, method: str) -> None:
    assert (await browser.request(method, "/session")).status_code == 405
    assert (await browser.get("/session/reset")).status_code == 405


async def test_many_at_once_all_get_in(entrance: Entrance, anna: Account) -> None:
    browsers = [await entrance() for _ in range(4)]

    answers = await asyncio.gather(*(one.post("/session", json=RIGHT) for one in browsers))

    assert [answer.status_code for answer in answers] == [200] * 4
