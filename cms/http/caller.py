"""Who sends a request: a person by the session of a browser, or a program by a token."""

from dataclasses import dataclass
from datetime import timedelta

from starlette.requests import Request

from cms.access.actor import Actor
from cms.accounts.api_tokens import actor_by_token, find_api_token
from cms.accounts.people import actor_of
from cms.http.client_address import network_of
from cms.http.refusal import Refusal
from cms.http.same_origin import require_same_origin
from cms.http.session import Sessions
from cms.kernel.services import Services
from storage.repositories.attempts import Pace

WRONG_TOKENS = Pace(free=30, first=timedelta(seconds=5), longest=timedelta(minutes=2), memory=timedelta(minutes=10))
"""From one network. Nobody guesses 256 bits; this is for programs that go on with a token that is over."""
WRONG = "This token is wrong, has expired or was revoked; ask for another one where you sign in."
_FOUND = "cms.caller"
_CHALLENGE = (b"www-authenticate", b'Bearer realm="Cluster CMS", error="invalid_token"')


@dataclass(frozen=True, slots=True)
class Caller:
    """`session` is the id of theirs, `token` the name of one; `services` are those to work with, which tell the audit
    trail of the token."""

    actor: Actor
    email: str
    services: Services
    session: str | None = None
    token: str | None = None


class Callers:
    """With a token in the request nothing else counts: no cookie, and no page from which it was sent, as foreign pages
    can send none. Other schemes of `Authorization` are for a proxy in front."""

    def __init__(self, services: Services, sessions: Sessions, public_url: str | None = None) -> None:
        self._services = services
        self._sessions = sessions
        self._public_url = public_url

    async def find(self, request: Request) -> Caller | None:
        """None for a visitor; looked up once per request. Raises Refusal for a wrong token, and Unavailable."""
        if _FOUND not in request.scope:
            token = bearer_of(request)
            found = self._by_session(request) if token is None else self._by_token(request, token)
            request.scope[_FOUND] = await found
        return request.scope[_FOUND]

    async def is_known(self, request: Request) -> bool:
        return await self.find(request) is not None

    def check_origin(self, request: Request) -> None:
        """Raises Refusal (403) where a foreign page uses somebody's session."""
        if bearer_of(request) is None:
            require_same_origin(request, self._public_url)

    async def _by_session(self, request: Request) -> Caller | None:
        account = await self._sessions.person(request)
        if account is None:
            return None
        session = await self._sessions.session_id(request)
        return Caller(actor_of(account), account.email, self._services, session)

    async def _by_token(self, request: Request, token: str) -> Caller:
        found = await find_api_token(self._services, token)
        if found is None:
            await self._count_wrong(request)
            raise Refusal(401, "UNAUTHENTICATED", WRONG, _CHALLENGE)
        one, owner = found
        return Caller(actor_by_token(one, owner), owner.email, self._services.by_token(one.name), token=one.name)

    async def _count_wrong(self, request: Request) -> None:
        key = f"token {network_of(request)}"
        wait = await self._services.repository.attempts.attempt(key, WRONG_TOKENS, self._services.clock())
        if wait is not None:
            seconds = str(max(1, round(wait.total_seconds()))).encode()
            raise Refusal(429, "TOO_MANY_REQUESTS", f"{WRONG} Wait before the next one.", (b"retry-after", seconds))


def bearer_of(request: Request) -> str | None:
    """The token in `Authorization`; None for another scheme."""
    scheme, _space, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None
