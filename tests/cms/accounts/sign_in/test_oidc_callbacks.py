"""What comes back from the provider counts once, in time, in the browser that went out, and as it was sent."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import httpx
import pytest

from cms.kernel.services import Services, utc_now
from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.accounts.sign_in.at_provider import cms, go_out, options, provider, services
from tests.cms.accounts.sign_in.conftest import Entrance, code, who
from tests.cms.accounts.sign_in.oidc_process import OidcProcess, signed_in_there

__all__ = ["cms", "provider", "services"]


def changed(address: str, **changes: str | None) -> str:
    parts = urlsplit(address)
    query = {**dict(parse_qsl(parts.query)), **changes}
    return urlunsplit(parts._replace(query=urlencode({name: value for name, value in query.items() if value})))


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
    entrance: Entrance, provider: OidcProcess, services: Services, anna: Account
) -> None:
    browser = await entrance(**options(provider))
    back = await signed_in_there(await go_out(browser), "anna-at-provider")
    late = await entrance(
        services=replace(services, clock=lambda: utc_now() + timedelta(minutes=11)), **options(provider)
    )
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
