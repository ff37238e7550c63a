"""Signing in and out with e-mail and password: POST, GET and DELETE /session."""

from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, ip_address, ip_network
from typing import Any, NamedTuple

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cms.errors import TooManyRequests
from cms.http.attempt_limit import AttemptLimit
from cms.http.media_types import is_json
from cms.http.refusal import Refusal
from cms.http.request_body import ClientGone, read_body
from cms.http.same_origin import require_same_origin
from cms.http.session_cookie import Account, SessionCookie, is_current
from cms.passwords import verify_password
from storage.errors import Unavailable

FindAccount = Callable[[str], Awaitable[Account | None]]

MAX_BODY_BYTES = 4096
LONGEST_EMAIL = 254
_PERSON = "cms.person"
_NO_STORE = {"cache-control": "no-store"}

log = structlog.get_logger(__name__)


class Credentials(NamedTuple):
    email: str
    password: str


class Sessions:
    """`find_account` by e-mail, which comes in lower case; `find_person` by id. `public_url` without a final slash."""

    def __init__(
        self, secret_key: str, find_account: FindAccount, find_person: FindAccount, public_url: str | None = None
    ) -> None:
        self._cookie = SessionCookie(secret_key, secure=(public_url or "").startswith("https:"))
        self._find_account = find_account
        self._find_person = find_person
        self._public_url = public_url
        self._by_address = AttemptLimit(30, 300.0)
        self._by_email = AttemptLimit(10, 900.0)

    def routes(self) -> list[Route]:
        return [Route("/session", self.answer, methods=["GET", "POST", "DELETE"])]

    async def person(self, request: Request) -> Account | None:
        """Who is signed in; looked up once per request. Raises Unavailable."""
        if _PERSON not in request.scope:
            request.scope[_PERSON] = await self._look_up(request)
        return request.scope[_PERSON]

    async def is_signed_in(self, request: Request) -> bool:
        return await self.person(request) is not None

    async def answer(self, request: Request) -> Response:
        try:
            return await self._answer(request)
        except Refusal as refusal:
            headers = {name.decode(): value.decode() for name, value in refusal.headers}
            return _error(refusal.status, refusal.code, refusal.message, headers)
        except TooManyRequests as error:
            retry = {"retry-after": str(max(1, round(error.retry_after)))}
            return _error(429, error.code, str(error), retry)
        except Unavailable as error:
            log.warning("nobody can sign in", reason=str(error))
            return _error(503, "UNAVAILABLE", "Signing in does not work right now: try again.", {"retry-after": "2"})
        except ClientGone:
            return Response(status_code=400)

    async def _answer(self, request: Request) -> Response:
        if request.method in ("GET", "HEAD"):
            return _who(await self.person(request))
        require_same_origin(request, self._public_url)
        if request.method == "DELETE":
            response = _who(None)
            self._cookie.clear(response)
            return response
        return await self._sign_in(request)

    async def _sign_in(self, request: Request) -> Response:
        credentials = await _credentials(request)
        email = credentials.email.strip().casefold()
        self._by_address.attempt(_network(request))
        self._by_email.attempt(email)
        account = await self._find_account(email)
        may_enter = account is not None and account.is_active
        matches = await verify_password(account.password_hash if account and may_enter else None, credentials.password)
        if account is None or not matches:
            log.info("sign-in failed")
            return _error(401, "SIGN_IN_FAILED", "The e-mail or the password is wrong.")
        self._by_email.forget(email)
        response = _who(account)
        self._cookie.set_for(account, response)
        return response

    async def _look_up(self, request: Request) -> Account | None:
        claimed = self._cookie.account_id(request)
        if claimed is None:
            return None
        account_id, stamp = claimed
        account = await self._find_person(account_id)
        return account if account is not None and is_current(stamp, account) else None


async def _credentials(request: Request) -> Credentials:
    if not is_json(request.headers.get("content-type", "").encode("latin-1")):
        raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send JSON, with the header Content-Type: application/json.")
    declared = request.headers.get("content-length", "").encode("latin-1")
    body = await read_body(request.receive, MAX_BODY_BYTES, declared)
    try:
        given: Any = orjson.loads(body)
        credentials = Credentials(given["email"], given["password"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        raise _malformed() from None
    if not all(isinstance(value, str) for value in credentials) or len(credentials.email) > LONGEST_EMAIL:
        raise _malformed()
    return credentials


def _malformed() -> Refusal:
    return Refusal(400, "BAD_REQUEST", 'Send {"email": "…", "password": "…"}.')


def _network(request: Request) -> str:
    """A person's address; with IPv6 a person has a whole /64."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv4Address):
        return str(address)
    return str(address.ipv4_mapped or ip_network((int(address), 64), strict=False))


def _who(account: Account | None) -> Response:
    person = account and {"id": str(account.id), "email": account.email, "name": account.name}
    return JSONResponse({"person": person}, headers=_NO_STORE)


def _error(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"error": {"code": code, "message": message}}, status, {**_NO_STORE, **(headers or {})})
