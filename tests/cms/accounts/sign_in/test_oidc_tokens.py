"""Tokens of a real provider, taken only where they are its own, for this CMS, unchanged and in their time."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
import pytest

from cms.accounts.sign_in.oidc_provider import OidcProvider
from cms.kernel.errors import SignInFailed
from cms.kernel.services import utc_now
from cms.kernel.settings import Settings, load_settings
from tests.cms.accounts.sign_in.at_provider import EXCHANGE, options, own_provider, provider
from tests.cms.accounts.sign_in.oidc_process import OidcProcess, signed_in_there

__all__ = ["own_provider", "provider"]


def settings_for(provider: OidcProcess, client: str = "cms") -> Settings:
    return load_settings(**options(provider, client))


async def real_tokens(provider: OidcProcess, client: str) -> dict[str, Any]:
    """What the provider itself gives out for the exchange."""
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
