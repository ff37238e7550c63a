"""Signing in with OpenID Connect, at a real provider."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

import httpx
import orjson
import pytest

from cms.desk import Desk, utc_now
from cms.errors import SignInFailed, Unavailable
from cms.http.oidc import local_path
from cms.settings import Settings, SettingsError, load_settings
from cms.sign_in.oidc_provider import Exchange, OidcProvider
from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.sign_in.conftest import Entrance, Trail, code, manage, who
from tests.cms.sign_in.oidc_process import CALLBACK, OidcProcess, signed_in_there


@pytest.fixture(scope="module")
def provider() -> Iterator[OidcProcess]:
    process = OidcProcess()
    yield process
    process.stop()


@pytest.fixture
def own_provider() -> Iterator[OidcProcess]:
    """One that a test may stop; it puts everything into the ID token."""
    process = OidcProcess(conformIdTokenClaims=False)
    yield process
    process.stop()


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """In the time of the provider."""
    return replace(desk, clock=utc_now)


def options(provider: OidcProcess, client: str = "cms", **more: Any) -> dict[str, Any]:
    secret = f"secret of {client}"
    return {"oidc_issuer": provider.issuer, "oidc_client_id": client, "oidc_client_secret": secret, **more}


@pytest.fixture
async def cms(entrance: Entrance, provider: OidcProcess) -> httpx.AsyncClient:
    return await entrance(**options(provider))


async def go_out(browser: httpx.AsyncClient, path: str | None = None) -> str:
    answer = await browser.get("/session/oidc", params={"next": path} if path else None)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def sign_in(browser: httpx.AsyncClient, person: str = "anna-at-provider", path: str | None = None) -> Any:
    return await browser.get(await signed_in_there(await go_out(browser, path), person))


def changed(address: str, **changes: str | None) -> str:
    parts = urlsplit(address)
    query = {**dict(parse_qsl(parts.query)), **changes}
    return urlunsplit(parts._replace(query=urlencode({name: value for name, value in query.items() if value})))


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


async def test_a_provider_that_puts_everything_into_its_token_will_do(
    entrance: Entrance, own_provider: OidcProcess, anna: Account
) -> None:
    browser = await entrance(**options(own_provider))

    await sign_in(browser)

    assert who(await browser.get("/session")) == anna.email


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


async def test_a_callback_works_once(
    cms: httpx.AsyncClient, entrance: Entrance, provider: OidcProcess, anna: Account, mongo: Mongo
) -> None:
    address = await go_out(cms)
    state = cms.cookies["cms_state"]
    back = await signed_in_there(address, "anna-at-provider")
    assert (await cms.get(back)).status_code == 303
    replaying = await entrance(**options(provider))

    answer = await replaying.get(back, headers={"cookie": f"cms_state={state}"})

    assert code(answer) == (401, "SIGN_IN_FAILED")
    assert await mongo.db["sessions"].count_documents({}) == 1


async def test_a_sign_in_that_another_browser_began_is_refused(
    cms: httpx.AsyncClient, entrance: Entrance, provider: OidcProcess, anna: Account
) -> None:
    """Else somebody could be signed in as the attacker without noticing."""
    attacker = await entrance(**options(provider))
    back = await signed_in_there(await go_out(attacker), "anna-at-provider")
    own = await go_out(cms)

    assert code(await cms.get(back)) == (401, "SIGN_IN_FAILED")
    assert own and who(await cms.get("/session")) is None


@pytest.mark.parametrize("state", ["", "x", "a" * 43, "Ž", "x" * 3000])
async def test_a_forged_state_is_refused(cms: httpx.AsyncClient, anna: Account, state: str) -> None:
    back = await signed_in_there(await go_out(cms), "anna-at-provider")

    answer = await cms.get(changed(back, state=state), headers={b"cookie": f"cms_state={state}".encode()})

    assert code(answer) == (401, "SIGN_IN_FAILED")


async def test_a_sign_in_takes_ten_minutes_at_most(
    entrance: Entrance, provider: OidcProcess, desk: Desk, anna: Account
) -> None:
    browser = await entrance(**options(provider))
    back = await signed_in_there(await go_out(browser), "anna-at-provider")
    late = await entrance(desk=replace(desk, clock=lambda: utc_now() + timedelta(minutes=11)), **options(provider))
    late.cookies.update(browser.cookies)

    assert code(await late.get(back)) == (401, "SIGN_IN_FAILED")


@pytest.mark.parametrize(
    "changes", [{"code": None}, {"code": "made-up"}, {"code": "x" * 5000}, {"iss": "https://evil.example"},
                {"error": "access_denied"}], ids=str,
)  # fmt: skip
async def test_what_comes_back_changed_is_refused(
    cms: httpx.AsyncClient, anna: Account, changes: dict[str, str | None]
) -> None:
    back = await signed_in_there(await go_out(cms), "anna-at-provider")

    assert code(await cms.get(changed(back, **changes))) == (401, "SIGN_IN_FAILED")
    assert code(await cms.get(back)) == (401, "SIGN_IN_FAILED")  # and cannot be tried again


async def test_a_token_with_another_nonce_is_refused(cms: httpx.AsyncClient, anna: Account) -> None:
    """The provider signs whatever nonce the browser brings: that of another sign-in, say."""
    back = await signed_in_there(changed(await go_out(cms), nonce="n" * 43), "anna-at-provider")

    assert code(await cms.get(back)) == (401, "SIGN_IN_FAILED")


async def test_a_code_that_was_given_out_for_another_client_is_refused(cms: httpx.AsyncClient, anna: Account) -> None:
    back = await signed_in_there(changed(await go_out(cms), client_id="other"), "anna-at-provider")

    assert code(await cms.get(back)) == (401, "SIGN_IN_FAILED")


async def test_a_code_whose_challenge_was_replaced_is_refused(cms: httpx.AsyncClient, anna: Account) -> None:
    back = await signed_in_there(changed(await go_out(cms), code_challenge="c" * 43), "anna-at-provider")

    assert code(await cms.get(back)) == (401, "SIGN_IN_FAILED")


EXCHANGE = Exchange(CALLBACK, "n" * 43, "v" * 43)


def settings_for(provider: OidcProcess, client: str = "cms") -> Settings:
    return load_settings(**options(provider, client))


async def real_tokens(provider: OidcProcess, client: str) -> dict[str, Any]:
    """What the provider itself gives out for the exchange above."""
    theirs = OidcProvider(settings_for(provider, client))
    back = await signed_in_there(await theirs.address(EXCHANGE, "s" * 43), "anna-at-provider")
    [given] = parse_qs(urlsplit(back).query)["code"]
    return await theirs._tokens(given, EXCHANGE)


async def test_a_real_token_for_another_audience_is_refused(provider: OidcProcess) -> None:
    ours, theirs = await real_tokens(provider, "cms"), await real_tokens(provider, "other")
    checking = OidcProvider(settings_for(provider))

    assert (await checking._checked(ours, EXCHANGE.nonce, utc_now()))["aud"] == "cms"
    with pytest.raises(SignInFailed):
        await checking._checked(theirs, EXCHANGE.nonce, utc_now())


async def test_a_real_token_of_another_provider_is_refused(provider: OidcProcess, own_provider: OidcProcess) -> None:
    tokens = await real_tokens(own_provider, "cms")

    with pytest.raises(SignInFailed):
        await OidcProvider(settings_for(provider))._checked(tokens, EXCHANGE.nonce, utc_now())


def with_claim(token: str, **changes: Any) -> str:
    head, body, signature = token.split(".")
    claims = {**orjson.loads(urlsafe_b64decode(body + "==")), **changes}
    return ".".join([head, urlsafe_b64encode(orjson.dumps(claims)).decode().rstrip("="), signature])


def unsigned(token: str) -> str:
    head = urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    return f"{head}.{token.split('.')[1]}."


@pytest.mark.parametrize(
    "change",
    [
        lambda token: with_claim(token, sub="admin"),
        unsigned,
        lambda token: token[:-8] + "AAAAAAAA",
        lambda token: "",
        lambda token: "a.b.c",
    ],
    ids=["other subject", "unsigned", "other signature", "empty", "nonsense"],
)
async def test_a_token_that_was_changed_is_refused(provider: OidcProcess, change: Any) -> None:
    tokens = await real_tokens(provider, "cms")
    changed_tokens = {**tokens, "id_token": change(tokens["id_token"])}

    with pytest.raises(SignInFailed):
        await OidcProvider(settings_for(provider))._checked(changed_tokens, EXCHANGE.nonce, utc_now())


async def test_a_token_is_taken_in_its_time_only(provider: OidcProcess) -> None:
    tokens = await real_tokens(provider, "cms")
    checking = OidcProvider(settings_for(provider))

    for hours in (3, -3):
        with pytest.raises(SignInFailed):
            await checking._checked(tokens, EXCHANGE.nonce, utc_now() + timedelta(hours=hours))


async def test_new_keys_of_the_provider_are_fetched(
    entrance: Entrance, own_provider: OidcProcess, anna: Account
) -> None:
    browser = await entrance(**options(own_provider))
    await sign_in(browser)
    await browser.delete("/session")
    own_provider.stop()
    renewed = OidcProcess(own_provider.port, conformIdTokenClaims=False)

    try:
        await sign_in(browser)
    finally:
        renewed.stop()

    assert who(await browser.get("/session")) == anna.email


async def test_a_provider_that_is_away_is_told_and_passwords_still_work(
    entrance: Entrance, own_provider: OidcProcess, anna: Account, mongo: Mongo
) -> None:
    browser = await entrance(**options(own_provider))
    back = await signed_in_there(await go_out(browser), "anna-at-provider")
    own_provider.stop()
    fresh = await entrance(**options(own_provider))

    beginning, returning = await fresh.get("/session/oidc"), await browser.get(back)
    page = await fresh.get("/session/oidc", headers={"accept": "text/html,*/*"})

    assert code(beginning) == code(returning) == (503, "UNAVAILABLE")
    assert "sign-in service does not answer" in beginning.json()["error"]["message"]
    assert page.status_code == 503 and page.headers["content-type"].startswith("text/html")
    assert "does not answer" in page.text and page.headers["retry-after"] == "2"
    assert (await fresh.post("/session", json={"email": anna.email, "password": "a right password"})).status_code == 200


async def test_a_provider_that_names_another_issuer_is_not_used(provider: OidcProcess) -> None:
    """The same machine by another name."""
    settings = load_settings(**{**options(provider), "oidc_issuer": provider.issuer.replace("127.0.0.1", "localhost")})

    with pytest.raises(Unavailable, match="discovery names the issuer"):
        await OidcProvider(settings).address(EXCHANGE, "s")


async def test_a_wrong_client_secret_is_our_fault_and_not_that_of_the_person(
    entrance: Entrance, provider: OidcProcess, anna: Account
) -> None:
    browser = await entrance(**{**options(provider), "oidc_client_secret": "wrong"})

    assert code(await sign_in(browser)) == (503, "UNAVAILABLE")


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


@pytest.mark.parametrize(
    "given",
    [
        {"oidc_issuer": "https://id.example.org"},
        {"oidc_client_id": "cms", "oidc_client_secret": "s"},
        {"oidc_issuer": "http://id.example.org", "oidc_client_id": "cms", "oidc_client_secret": "s"},
        {"oidc_issuer": "id.example.org", "oidc_client_id": "cms", "oidc_client_secret": "s"},
        {"oidc_issuer": "https://i.de", "oidc_client_id": "c", "oidc_client_secret": "s", "oidc_scopes": "email"},
    ],
)
def test_settings_that_cannot_work_are_refused(given: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        load_settings(**given)
