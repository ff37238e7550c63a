"""Refusals as pages (or as JSON, for the script of the form), in the language of the page."""

import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from cms.applications.pages.elsewhere import NOWHERE, Elsewhere, NoCallHere
from cms.applications.pages.page import Page
from cms.applications.pages.place import Moved
from cms.applications.pages.policy import page_headers
from cms.applications.pages.rendering import rendered
from cms.applications.pages.texts import say
from cms.applications.pages.visit import SignedOut
from cms.applications.words import word_locale
from cms.http.refusal import Refusal
from cms.http.request_body import ClientGone
from cms.kernel.errors import CmsError, Invalid, NotFound, TooManyRequests, TransitionNotAllowed
from storage.errors import Unavailable

Endpoint = Callable[[Request], Awaitable[Response]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Refused:
    """`name`: of the messages `error.<name>.title` and `.text`; `text`: said instead of the latter."""

    status: int
    name: str
    text: str | None = None
    minutes: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    elsewhere: Elsewhere = NOWHERE


def answering(endpoint: Endpoint) -> Endpoint:
    """The endpoint, with everything it raises answered."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except ClientGone:
            return Response(status_code=400)
        except Moved as moved:
            return _moved(request, moved)
        except (Refusal, CmsError, Unavailable, SignedOut) as error:
            return refused(request, refusal_of(error))

    return answer


def _moved(request: Request, moved: Moved) -> Response:
    """What lies below the call lies below its present address; links in mails go on leading there."""
    below = request.url.path.split("/", 5)[5]
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{moved.url}{below}{query}", 308, page_headers())


def refusal_of(error: Exception) -> Refused:
    if isinstance(error, NoCallHere):
        return Refused(404, "not_found", elsewhere=error.elsewhere)
    if isinstance(error, NotFound):
        return Refused(404, "not_found")
    if isinstance(error, SignedOut):
        return Refused(401, "signed_out")
    if isinstance(error, TooManyRequests):
        seconds = max(1, round(error.retry_after))
        return Refused(429, "too_many", None, math.ceil(seconds / 60), (("retry-after", str(seconds)),))
    if isinstance(error, Refusal):
        headers = tuple((name.decode(), value.decode()) for name, value in error.headers)
        names = {403: "foreign", 408: "slow", 413: "too_large", 429: "busy", 503: "busy"}
        return Refused(error.status, names.get(error.status, "unavailable"), None, None, headers)
    if isinstance(error, (TransitionNotAllowed, Invalid)):
        said = " ".join(one.message for one in error.problems) if isinstance(error, Invalid) else str(error)
        return Refused(409, "not_allowed", said)
    if isinstance(error, CmsError):
        return Refused(409, "foreign")
    log.warning("a page of the form could not be answered", reason=str(error))
    return Refused(503, "unavailable", None, None, (("retry-after", "5"),))


def refused(request: Request, why: Refused) -> Response:
    locale = word_locale(request.path_params.get("locale", "en"))
    title = say(f"error.{why.name}.title", locale)
    text = why.text or say(f"error.{why.name}.text", locale, count=why.minutes)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"message": f"{title}. {text}"}, why.status, {**page_headers(), **dict(why.headers)})
    parts = [request.path_params.get(name, "") for name in ("site", "locale", "call")]
    url = f"/calls/{'/'.join(parts)}/" if all(parts) else ""
    if why.name == "not_found" and not request.path_params.get("id"):
        url = ""
    page = Page(locale, why.elsewhere.site_name, url)
    links = [{"url": url, "label": say("error.back", locale)}] if url else []
    links += [{"url": path, "label": label} for label, path in why.elsewhere.links]
    paragraphs = [text, *([say("error.elsewhere", locale)] if why.elsewhere.links else [])]
    response = rendered(
        "message.html", page, "", status=why.status, title=title, paragraphs=paragraphs, action=None, links=links
    )
    response.headers.update(dict(why.headers))
    return response
