"""The door to what only people with an account see: by a session from our own pages or a program, or by a token."""

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cms.http.caller import Callers
from cms.http.graphql import headless
from cms.http.graphql_reply import refusal_reply
from cms.http.header_fields import header_fields
from cms.http.media_types import response_type
from cms.http.refusal import Refusal
from storage.errors import Unavailable

NO_STORE = (b"cache-control", b"no-store")


class SignedIn:
    """An ASGI app around another. Refuses with UNAUTHENTICATED (401) and FOREIGN_ORIGIN (403), in GraphQL's form;
    nothing of what lies behind is kept by any cache."""

    def __init__(self, app: ASGIApp, callers: Callers) -> None:
        self._app = app
        self._callers = callers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] == "OPTIONS":
            await self._app(scope, receive, send)
            return
        try:
            await self._check(Request(scope))
        except (Refusal, Unavailable) as error:
            kind = response_type(header_fields(scope["headers"]).get(b"accept", b""))
            await refusal_reply(error, kind).send(headless(send) if scope["method"] == "HEAD" else send)
        else:
            await self._app(scope, receive, unkept(send))

    async def _check(self, request: Request) -> None:
        self._callers.check_origin(request)
        if not await self._callers.is_known(request):
            message = "Sign in first: POST /session with your e-mail and password, or send a token as Bearer."
            raise Refusal(401, "UNAUTHENTICATED", message)


def unkept(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            others = [header for header in message["headers"] if header[0] != b"cache-control"]
            message = {**message, "headers": [*others, NO_STORE]}
        await send(message)

    return sent
