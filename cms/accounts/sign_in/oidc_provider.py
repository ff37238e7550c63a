"""A provider of OpenID Connect: where it is, its keys, and what it says of somebody."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote_plus, urlencode

import httpx
import orjson
import structlog
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from cms.kernel.errors import SignInFailed, Unavailable
from cms.kernel.settings import Settings

DISCOVERY = "/.well-known/openid-configuration"
KEPT_SECONDS = 3600.0
SECONDS = 5.0
MAX_BYTES = 1_000_000
LEEWAY_SECONDS = 60
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
"""Never none, nor one whose key is a secret that the CMS shares."""
REFUSED = "The sign-in service did not confirm who you are; try again."

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class OidcPerson:
    """Somebody as the provider knows them: for ever the same `subject`; `email` only where the provider verified it."""

    issuer: str
    subject: str
    email: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """What belongs to one sign-in, from its beginning to the answer of the provider."""

    redirect_uri: str
    nonce: str
    verifier: str


class OidcProvider:
    """Made from settings that name one. Discovery and keys are read when they are needed first, and kept an hour."""

    def __init__(self, settings: Settings) -> None:
        assert settings.oidc_issuer and settings.oidc_client_id and settings.oidc_client_secret
        self.issuer = settings.oidc_issuer
        self.creates_accounts = settings.oidc_creates_accounts
        self._id = settings.oidc_client_id
        self._secret = settings.oidc_client_secret.get_secret_value()
        self._scopes = settings.oidc_scopes
        self._kept: dict[str, tuple[float, dict[str, Any]]] = {}

    async def address(self, exchange: Exchange, state: str) -> str:
        """Where the browser is sent. Raises Unavailable."""
        metadata = await self._metadata()
        wanted = {
            "response_type": "code",
            "client_id": self._id,
            "redirect_uri": exchange.redirect_uri,
            "scope": self._scopes,
            "state": state,
            "nonce": exchange.nonce,
            "code_challenge": create_s256_code_challenge(exchange.verifier),
            "code_challenge_method": "S256",
        }
        endpoint = str(metadata["authorization_endpoint"])
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(wanted)}"

    async def person(self, code: str, exchange: Exchange, now: datetime) -> OidcPerson:
        """Whom the provider means by a code that it gave to the browser. Raises SignInFailed, Unavailable."""
        tokens = await self._tokens(code, exchange)
        claims = await self._checked(tokens, exchange.nonce, now)
        if "email" not in claims:
            claims = {**await self._user_info(tokens, claims["sub"]), "sub": claims["sub"]}
        email, name = claims.get("email"), claims.get("name")
        is_verified = claims.get("email_verified") is True and isinstance(email, str)
        shown = name if isinstance(name, str) and name.strip() else email
        return OidcPerson(self.issuer, claims["sub"], email if is_verified else None, str(shown or "")[:200])

    async def _tokens(self, code: str, exchange: Exchange) -> dict[str, Any]:
        metadata = await self._metadata()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": exchange.redirect_uri,
            "code_verifier": exchange.verifier,
        }
        auth: tuple[str, str] | None = (quote_plus(self._id), quote_plus(self._secret))
        if "client_secret_basic" not in metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"]):
            auth, form = None, {**form, "client_id": self._id, "client_secret": self._secret}
        status, tokens = await _fetched("POST", metadata["token_endpoint"], data=form, auth=auth)
        if tokens.get("error") == "invalid_client" or status >= 500:
            raise _away(f"token endpoint: {status} {tokens.get('error')}")
        if status != 200:
            raise SignInFailed(REFUSED)
        return tokens

    async def _checked(self, tokens: Mapping[str, Any], nonce: str, now: datetime) -> dict[str, Any]:
        """The claims of the ID token, once its signature, issuer, audience, times and nonce are found to be right."""
        options: Any = {
            "iss": {"essential": True, "value": self.issuer},
            "aud": {"essential": True, "value": self._id},
            "nonce": {"essential": True, "value": nonce},
            "sub": {"essential": True},
        }
        try:
            token = await self._verified(str(tokens.get("id_token", "")))
            known = {"nonce": nonce, "client_id": self._id, "access_token": tokens.get("access_token")}
            claims = CodeIDToken(token.claims, token.header, options, known)
            claims.validate(now=int(now.timestamp()), leeway=LEEWAY_SECONDS)
        except (JoseError, ValueError, TypeError) as error:
            log.warning("an ID token was refused", reason=f"{type(error).__name__}: {error}"[:200])
            raise SignInFailed(REFUSED) from error
        if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
            raise SignInFailed(REFUSED)
        return dict(claims)

    async def _verified(self, id_token: str) -> jwt.Token:
        """A key that is not known yet may be a new one."""
        registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
        try:
            return jwt.decode(id_token, await self._keys(), registry=registry)
        except InvalidKeyIdError:
            self._kept.pop("keys", None)
            return jwt.decode(id_token, await self._keys(), registry=registry)

    async def _user_info(self, tokens: Mapping[str, Any], subject: str) -> dict[str, Any]:
        metadata = await self._metadata()
        if "userinfo_endpoint" not in metadata:
            return {}
        headers = {"authorization": f"Bearer {tokens.get('access_token', '')}"}
        status, info = await _fetched("GET", metadata["userinfo_endpoint"], headers=headers)
        if status != 200 or info.get("sub") != subject:
            raise SignInFailed(REFUSED)
        return info

    async def _keys(self) -> KeySet:
        found: Any = await self._keep("keys", (await self._metadata())["jwks_uri"])
        try:
            return KeySet.import_key_set(found)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            self._kept.pop("keys", None)
            raise _away(f"keys: {type(error).__name__}") from error

    async def _metadata(self) -> dict[str, Any]:
        found = await self._keep("metadata", f"{self.issuer.rstrip('/')}{DISCOVERY}")
        needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        if found.get("issuer") != self.issuer or not all(isinstance(found.get(name), str) for name in needed):
            self._kept.pop("metadata", None)
            raise _away(f"discovery names the issuer {str(found.get('issuer'))[:200]}, or lacks an endpoint")
        return found

    async def _keep(self, name: str, url: str) -> dict[str, Any]:
        until, found = self._kept.get(name, (0.0, {}))
        if time.monotonic() < until:
            return found
        status, fresh = await _fetched("GET", url)
        if status != 200:
            raise _away(f"{name}: {status}")
        self._kept[name] = (time.monotonic() + KEPT_SECONDS, fresh)
        return fresh


async def _fetched(method: str, url: str, **options: Any) -> tuple[int, dict[str, Any]]:
    """Status and JSON object, {} for anything else. Raises Unavailable."""
    try:
        async with httpx.AsyncClient(timeout=SECONDS) as client, client.stream(method, url, **options) as response:
            body = bytearray()
            async for part in response.aiter_bytes():
                body += part
                if len(body) > MAX_BYTES:
                    raise _away("an answer is too large")
            return response.status_code, _object(bytes(body))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _away(type(error).__name__) from error


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _away(reason: str) -> Unavailable:
    return Unavailable("oidc", reason)
