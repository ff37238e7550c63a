"""What /session answers: who is signed in, or why nobody is."""

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cms.http.refusal import Refusal
from cms.http.request_body import ClientGone
from cms.kernel.errors import CmsError, Invalid, SignInFailed, TooManyRequests
from storage.documents import Account
from storage.errors import Unavailable

NO_STORE = {"cache-control": "no-store"}
AWAY = "Signing in does not work right now: try again."
AWAY_ELSEWHERE = "The sign-in service does not answer: try again, or sign in with your password."

Endpoint = Callable[[Request], Awaitable[Response]]

log = structlog.get_logger(__name__)


def answering(endpoint: Endpoint) -> Endpoint:
    """The endpoint, with every refusal answered in the form of /session."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except ClientGone:
            return Response(status_code=400)
        except (Refusal, CmsError, Unavailable) as error:
            return refused(error)

    return answer


def refused(error: Refusal | CmsError | Unavailable) -> Response:
    if isinstance(error, Refusal):
        headers = {name.decode(): value.decode() for name, value in error.headers}
        return failed(error.status, error.code, error.message, headers=headers)
    if isinstance(error, Unavailable):
        log.warning("nobody can sign in", reason=str(error))
        message = AWAY_ELSEWHERE if error.engine == "oidc" else AWAY
        return failed(503, "UNAVAILABLE", message, headers={"retry-after": "2"})
    if isinstance(error, TooManyRequests):
        return failed(429, error.code, str(error), headers={"retry-after": str(max(1, round(error.retry_after)))})
    if isinstance(error, SignInFailed):
        return failed(401, error.code, str(error))
    problems = [vars_of(one) for one in error.problems] if isinstance(error, Invalid) else []
    return failed(400, error.code, str(error), problems=problems)


def vars_of(problem: Any) -> dict[str, Any]:
    return {"field": problem.field, "code": problem.code, "message": problem.message}


def failed(status: int, code: str, message: str, *, headers: dict[str, str] | None = None, **more: Any) -> Response:
    error = {"code": code, "message": message, **{name: value for name, value in more.items() if value}}
    return JSONResponse({"error": error}, status, {**NO_STORE, **(headers or {})})


def who(account: Account | None, **more: Any) -> Response:
    person = account and {"id": str(account.id), "email": account.email, "name": account.name}
    return JSONResponse({"person": person, **more}, headers=NO_STORE)
