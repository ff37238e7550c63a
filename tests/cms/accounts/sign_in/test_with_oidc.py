"""Signing in with OpenID Connect, at a real provider: who gets in, by what, and where they end up."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from cms.http.oidc import local_path
from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.accounts.sign_in.at_provider import cms, go_out, options, provider, services, sign_in
from tests.cms.accounts.sign_in.conftest import Entrance, Trail, code, manage, who
from tests.cms.accounts.sign_in.oidc_process import CALLBACK, OidcProcess

__all__ = ["cms", "provider", "services"]


async def test_somebody_known_by_a_verified_email_gets_in(
    cms: httpx.AsyncClient, anna: Account, trail: Trail, mongo: Mongo, provider: OidcProcess
) -> None:
    answer = await sign_in(cms, path="/admin/items?site=eccp#top")

    assert (answer.status_code, answer.headers["location"]) == (303, "/admin/items?site=eccp#top")
    assert who(await cms.get("/session")) == anna.email
    viewer = await manage(cms, "{ viewer { email } sessions { nodes { way } } }")
    assert viewer == {"viewer": {"email": anna.email}, "sessions": {"nodes": [{"way": "oidc"}]}}
    assert [(one["action"], one["by"]) for one in await trail()] == [
        ("identity_linked", anna.id),
        ("signed_in", anna.id),
    ]
    [identity] = await mongo.db["identities"].find({}).to_list(None)
    assert (identity["issuer"], identity["subject"]) == (provider.issuer, "anna-at-provider")
    assert await mongo.db["one_time_tokens"].count_documents({}) == 0


async def test_afterwards_by_who_they_are_there_whatever_their_email(
    cms: httpx.AsyncClient, anna: Account, mongo: Mongo
) -> None:
    await sign_in(cms)
    await cms.delete("/session")
    await mongo.db["accounts"].update_one({"_id": anna.id}, {"$set": {"email": "married@example.org"}})

    await sign_in(cms)

    assert who(await cms.get("/session")) == "married@example.org"
    assert await mongo.db["identities"].count_documents({}) == 1


async def test_the_browser_is_sent_out_with_state_nonce_and_pkce(cms: httpx.AsyncClient) -> None:
    first, second = [parse_qs(urlsplit(await go_out(cms)).query) for _ in range(2)]

    assert first["response_type"] == ["code"] and first["code_challenge_method"] == ["S256"]
    assert first["scope"] == ["openid email profile"] and first["redirect_uri"] == [CALLBACK]
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name][0]) >= 43 and first[name] != second[name]


async def test_pages_are_told_of_this_way(cms: httpx.AsyncClient, browser: httpx.AsyncClient) -> None:
    way = {"label": "Single sign-on", "href": "/session/oidc"}

    assert (await cms.get("/session")).json() == {"person": None, "others": [way]}
    assert (await browser.get("/session")).json() == {"person": None, "others": []}
    assert (await browser.get("/session/oidc")).status_code == 404


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        ("stranger", "You have no account here"),
        ("unverified", "has not verified your e-mail"),
        ("nearly-verified", "has not verified your e-mail"),
        ("nameless", "has not verified your e-mail"),
    ],
)
async def test_somebody_unknown_stays_outside(
    cms: httpx.AsyncClient, anna: Account, mongo: Mongo, trail: Trail, person: str, reason: str
) -> None:
    answer = await sign_in(cms, person)

    assert code(answer) == (401, "SIGN_IN_FAILED") and reason in answer.json()["error"]["message"]
    assert who(await cms.get("/session")) is None
    assert await mongo.db["accounts"].count_documents({}) == 1
    assert await mongo.db["identities"].count_documents({}) == 0
    assert await trail() == [
        {"action": "sign_in_failed", "by": "anonymous", "details": {"reason": "oidc", "network": "203.0.113.7"}}
    ]


async def test_an_address_that_passed_to_another_person_there_lets_nobody_in(
    cms: httpx.AsyncClient, entrance: Entrance, provider: OidcProcess, anna: Account
) -> None:
    await sign_in(cms)
    another = await entrance(**options(provider))

    assert code(await sign_in(another, "anna-again")) == (401, "SIGN_IN_FAILED")
    assert who(await another.get("/session")) is None


async def test_an_account_that_was_closed_stays_closed(cms: httpx.AsyncClient, anna: Account, mongo: Mongo) -> None:
    await sign_in(cms)
    await mongo.db["accounts"].update_one({"_id": anna.id}, {"$set": {"is_active": False}})

    assert code(await sign_in(cms)) == (401, "SIGN_IN_FAILED")
    await mongo.db["identities"].delete_many({})
    assert code(await sign_in(cms)) == (401, "SIGN_IN_FAILED")
    assert await mongo.db["identities"].count_documents({}) == 0


async def test_strangers_get_an_account_without_a_right_where_that_is_wanted(
    entrance: Entrance, provider: OidcProcess, mongo: Mongo, trail: Trail
) -> None:
    browser = await entrance(**options(provider, oidc_creates_accounts=True))

    await sign_in(browser, "stranger")
    assert code(await sign_in(await entrance(**options(provider, oidc_creates_accounts=True)), "unverified")) == (
        401,
        "SIGN_IN_FAILED",
    )

    assert who(await browser.get("/session")) == "stranger@example.org"
    [account] = await mongo.db["accounts"].find({}).to_list(None)
    assert (account["name"], account["roles"], account["password_hash"]) == ("Stranger", {}, "")
    assert [one["action"] for one in await trail()][:3] == ["account_created", "identity_linked", "signed_in"]
    guess = {"email": "stranger@example.org", "password": ""}
    assert code(await browser.post("/session", json=guess)) == (401, "SIGN_IN_FAILED")


async def test_beginning_is_slowed(cms: httpx.AsyncClient) -> None:
    answers = [await cms.get("/session/oidc") for _ in range(32)]

    assert answers[0].status_code == 303 and answers[-1].status_code == 429


@pytest.mark.parametrize(
    ("path", "is_local"),
    [
        ("/admin/", True),
        ("/admin/items/1?tab=history#x", True),
        ("/", True),
        ("", False),
        ("admin", False),
        ("//evil.example", False),
        ("/\\evil.example", False),
        ("/\t/evil.example", False),
        ("/\n/evil.example", False),
        ("\\\\evil.example", False),
        ("https://evil.example/", False),
        ("javascript:alert(1)", False),
        ("/" + "x" * 600, False),
    ],
)
async def test_the_browser_ends_up_here_and_nowhere_else(
    cms: httpx.AsyncClient, anna: Account, path: str, is_local: bool
) -> None:
    assert local_path(path) == (path if is_local else "/admin/")
    if not is_local:
        assert (await sign_in(cms, path=path)).headers["location"] == "/admin/"
