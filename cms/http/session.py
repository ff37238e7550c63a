"""Signing in and out: /session, its second step, and passwords that were forgotten."""

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cms.accounts.sign_in.forgotten_password import request_reset, set_password
from cms.accounts.sign_in.sessions import SignedIn, find_session, sign_out
from cms.accounts.sign_in.with_password import CHALLENGE_LASTS, CodeNeeded, sign_in, sign_in_with_code
from cms.http.same_origin import require_same_origin
from cms.http.session_answer import NO_STORE, answering, failed, who
from cms.http.session_body import posted_texts
from cms.http.session_cookie import Cookies
from cms.http.visitor import visitor_of
from cms.kernel.services import Services
from storage.documents import Account, SignedInSession

_FOUND = "cms.session"
RESET_ANSWER = "If somebody has an account with this address, a mail with a link is on its way."


class Sessions:
    """`public_url` without a final slash. `others`: other ways to sign in, as pages show them."""

    def __init__(
        self, services: Services, public_url: str | None = None, others: Sequence[dict[str, str]] = ()
    ) -> None:
        self.cookies = Cookies(
            services.vault.signing_key("device cookie"), secure=(public_url or "").startswith("https:")
        )
        self._services = services
        self._public_url = public_url
        self._others = list(others)

    def routes(self) -> list[Route]:
        return [
            Route("/session", answering(self._answer), methods=["GET", "POST", "DELETE"]),
            Route("/session/code", answering(self._second_step), methods=["POST"]),
            Route("/session/reset-request", answering(self._ask_for_link), methods=["POST"]),
            Route("/session/reset", answering(self._set_password), methods=["POST"]),
        ]

    async def person(self, request: Request) -> Account | None:
        """Who is signed in; looked up once per request. Raises Unavailable."""
        found = await self._find(request)
        return found[1] if found else None

    async def session_id(self, request: Request) -> str | None:
        """Of the session that asks. Raises Unavailable."""
        found = await self._find(request)
        return found[0].id if found else None

    async def is_signed_in(self, request: Request) -> bool:
        return await self.person(request) is not None

    def enter(self, request: Request, entered: SignedIn, response: Response) -> Response:
        """The response, with the cookies of somebody who has just got in."""
        device = self.cookies.device(request)
        self.cookies.sign_in(response, entered.token, entered.account.id, device)
        return response

    async def _find(self, request: Request) -> tuple[SignedInSession, Account] | None:
        if _FOUND not in request.scope:
            request.scope[_FOUND] = await find_session(self._services, self.cookies.token(request) or "")
        return request.scope[_FOUND]

    async def _answer(self, request: Request) -> Response:
        if request.method in ("GET", "HEAD"):
            return who(await self.person(request), others=self._others)
        require_same_origin(request, self._public_url)
        return await (self._sign_out(request) if request.method == "DELETE" else self._sign_in(request))

    async def _sign_out(self, request: Request) -> Response:
        await sign_out(self._services, self.cookies.token(request) or "")
        response = who(None)
        self.cookies.clear(response)
        return response

    async def _sign_in(self, request: Request) -> Response:
        email, password = await posted_texts(request, "email", "password")
        entered = await sign_in(self._services, visitor_of(request, self.cookies), email, password)
        return _code_needed(entered) if isinstance(entered, CodeNeeded) else self._entered(request, entered)

    async def _second_step(self, request: Request) -> Response:
        require_same_origin(request, self._public_url)
        challenge, code = await posted_texts(request, "challenge", "code")
        return self._entered(
            request, await sign_in_with_code(self._services, visitor_of(request, self.cookies), challenge, code)
        )

    def _entered(self, request: Request, entered: SignedIn) -> Response:
        return self.enter(request, entered, who(entered.account))

    async def _ask_for_link(self, request: Request) -> Response:
        require_same_origin(request, self._public_url)
        [email] = await posted_texts(request, "email")
        await request_reset(self._services, visitor_of(request, self.cookies), email)
        return JSONResponse({"message": RESET_ANSWER}, 202, NO_STORE)

    async def _set_password(self, request: Request) -> Response:
        require_same_origin(request, self._public_url)
        token, password = await posted_texts(request, "token", "password")
        await set_password(self._services, visitor_of(request, self.cookies), token, password)
        return who(None)


def _code_needed(needed: CodeNeeded) -> Response:
    more: dict[str, Any] = {"challenge": needed.challenge, "expires_in": int(CHALLENGE_LASTS.total_seconds())}
    return failed(401, "CODE_NEEDED", "Send the code of your authenticator app to /session/code.", **more)
