"""Signing in with OpenID Connect: GET /session/oidc leads to the provider, which leads back to its callback."""

from html import escape
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cms.accounts.sign_in.oidc_provider import OidcProvider
from cms.accounts.sign_in.with_oidc import CALLBACK, STATE_LASTS, Answer, begin_oidc, finish_oidc
from cms.http.session import Sessions
from cms.http.session_answer import AWAY_ELSEWHERE, NO_STORE, refused
from cms.http.visitor import visitor_of
from cms.kernel.errors import CmsError, Unavailable
from cms.kernel.services import Services

BEGIN = "/session/oidc"
HOME = "/admin/"
_LONGEST = 500
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Signing in</title>
<h1>You are not signed in</h1><p>{message}</p><p><a href="{home}">Back</a></p></html>
"""


class OidcSignIn:
    def __init__(self, services: Services, provider: OidcProvider, sessions: Sessions) -> None:
        self._services = services
        self._provider = provider
        self._sessions = sessions

    def routes(self) -> list[Route]:
        return [Route(BEGIN, self.begin, methods=["GET"]), Route(CALLBACK, self.finish, methods=["GET"])]

    async def begin(self, request: Request) -> Response:
        visitor = visitor_of(request, self._sessions.cookies)
        path = local_path(request.query_params.get("next", HOME))
        try:
            address, state = await begin_oidc(self._services, self._provider, visitor, path)
        except (CmsError, Unavailable) as error:
            return _told(request, error)
        response = RedirectResponse(address, 303, NO_STORE)
        self._sessions.cookies.go_out(response, state, int(STATE_LASTS.total_seconds()))
        return response

    async def finish(self, request: Request) -> Response:
        visitor = visitor_of(request, self._sessions.cookies)
        try:
            entered, path = await finish_oidc(self._services, self._provider, visitor, self._answer(request))
        except (CmsError, Unavailable) as error:
            response = _told(request, error)
        else:
            response = self._sessions.enter(request, entered, RedirectResponse(path, 303, NO_STORE))
        self._sessions.cookies.come_back(response)
        return response

    def _answer(self, request: Request) -> Answer:
        given = request.query_params
        return Answer(
            state=given.get("state", ""),
            expected=self._sessions.cookies.state(request),
            code=given.get("code", ""),
            issuer=given.get("iss"),
            error=given.get("error"),
        )


def local_path(path: str) -> str:
    """The path, or the home of editors where it could lead anywhere else: browsers take a backslash for a slash, and
    leave out tabs and ends of lines."""
    is_plain = path.isprintable() and "\\" not in path and len(path) <= _LONGEST
    parts = urlsplit(path) if is_plain and path.startswith("/") and not path.startswith("//") else None
    return path if parts is not None and not parts.scheme and not parts.netloc else HOME


def _told(request: Request, error: CmsError | Unavailable) -> Response:
    """For people as a page, for programs as everything else of /session."""
    response = refused(error)
    if "text/html" not in request.headers.get("accept", ""):
        return response
    message = AWAY_ELSEWHERE if isinstance(error, Unavailable) else str(error)
    kept = {name: response.headers[name] for name in ("retry-after", "cache-control") if name in response.headers}
    return HTMLResponse(_PAGE.format(message=escape(message), home=HOME), response.status_code, kept)
