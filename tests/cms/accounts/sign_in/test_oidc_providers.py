"""Providers of OpenID Connect as they are met: with other habits and new keys, away, or not set up rightly."""

import pytest

from cms.accounts.sign_in.oidc_provider import OidcProvider
from cms.kernel.errors import Unavailable
from cms.kernel.settings import SettingsError, load_settings
from storage.documents import Account
from storage.mongo import Mongo
from tests.cms.accounts.sign_in.at_provider import EXCHANGE, go_out, options, own_provider, provider, services, sign_in
from tests.cms.accounts.sign_in.conftest import Entrance, code, who
from tests.cms.accounts.sign_in.oidc_process import OidcProcess, signed_in_there

__all__ = ["own_provider", "provider", "services"]


async def test_a_provider_that_puts_everything_into_its_token_will_do(
    entrance: Entrance, own_provider: OidcProcess, anna: Account
) -> None:
    browser = await entrance(**options(own_provider))

    await sign_in(browser)

    assert who(await browser.get("/session")) == anna.email


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
