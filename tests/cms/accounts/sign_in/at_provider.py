"""A CMS that signs people in at a real provider of OpenID Connect, and browsers that go out there and come back."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from cms.accounts.sign_in.oidc_provider import Exchange
from cms.kernel.services import Services, utc_now
from tests.cms.accounts.sign_in.conftest import Entrance
from tests.cms.accounts.sign_in.oidc_process import CALLBACK, OidcProcess, signed_in_there

EXCHANGE = Exchange(CALLBACK, "n" * 43, "v" * 43)


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
def services(services: Services) -> Services:
    """In the time of the provider."""
    return replace(services, clock=utc_now)


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
