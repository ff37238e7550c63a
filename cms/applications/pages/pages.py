"""The addresses of the form, each with what answers it."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from cms.applications.applicant import applicant_of
from cms.applications.pages import own_data, review, status, steps
from cms.applications.pages.answering import answering
from cms.applications.pages.applicant_cookie import ApplicantCookie
from cms.applications.pages.applications import OwnApplications
from cms.applications.pages.assets import asset_routes
from cms.applications.pages.downloads import download_file, download_receipt
from cms.applications.pages.elsewhere import NoCallHere, elsewhere
from cms.applications.pages.form_token import FormTokens
from cms.applications.pages.landing import Read
from cms.applications.pages.own_copy import download_copy
from cms.applications.pages.place import CallPage, find_place
from cms.applications.pages.visit import Visit
from cms.applications.pages.way_in import WayIn
from cms.http.receiving import Receiving
from cms.http.same_origin import require_same_origin
from cms.kernel.errors import NotFound
from cms.kernel.services import Services

BASE = "/calls/{site}/{locale}/{call}"
ONE = "applications/{id}"

Handler = Callable[[Visit], Awaitable[Response]]


class CallPages:
    """`read`: answers queries to the delivery API. `public_url` without a final slash."""

    def __init__(self, services: Services, read: Read, receiving: Receiving, public_url: str | None = None) -> None:
        self._services = services
        self._public_url = public_url
        self._tokens = FormTokens(services.vault.signing_key("call form"))
        self._receiving = receiving
        self._cookie = ApplicantCookie(secure=(public_url or "").startswith("https:"))
        self._way_in = WayIn(read, self._cookie)
        self._applications = OwnApplications(read)

    def routes(self) -> list[Route]:
        way_in, applications = self._way_in, self._applications
        return [
            *asset_routes(),
            Route(BASE, _with_slash),
            self._page("", way_in.landing),
            self._page("start", None, way_in.start),
            self._page("proof", way_in.proof),
            self._page("sent", way_in.sent),
            self._page("privacy", way_in.privacy),
            self._page("open", None, way_in.open),
            self._page("leave", None, way_in.leave),
            self._page("left", way_in.left),
            self._page("applications", applications.show, applications.begin),
            self._page(f"{ONE}/", status.show_status),
            self._page(f"{ONE}/steps/{{step}}", steps.show_step, steps.save_step),
            self._page(f"{ONE}/review", review.show_review),
            self._page(f"{ONE}/submit", review.show_review, review.submit),
            self._page(f"{ONE}/receipt.pdf", download_receipt),
            self._page(f"{ONE}/files/{{file}}", download_file),
            self._page(f"{ONE}/withdraw", status.ask_to_withdraw, status.withdraw),
            self._page("own-data", own_data.show_own_data),
            self._page("own-data/copy", download_copy),
            self._page("own-data/erase", None, self._erase),
            self._page("erased", own_data.show_erased),
        ]

    async def _erase(self, visit: Visit) -> Response:
        return await own_data.erase(visit, self._cookie)

    def _page(self, below: str, get: Handler | None, post: Handler | None = None) -> Route:
        """Whoever loads again what a form was posted to is sent to the call."""

        async def endpoint(request: Request) -> Response:
            if request.method != "POST":
                return await (get or _to_call)(await self._visit(request))
            require_same_origin(request, self._public_url)
            return await (post or _to_call)(await self._visit(request))

        methods = ["GET", "POST"] if post else ["GET"]
        return Route(f"{BASE}/{below}", answering(endpoint), methods=methods, name=f"calls {below}")

    async def _visit(self, request: Request) -> Visit:
        names = request.path_params
        place = await self._place(names["site"], names["locale"], names["call"])
        bearer = self._cookie.token(request)
        applicant = await applicant_of(self._services, bearer)
        return Visit(self._services, request, place, self._tokens, self._receiving, bearer, applicant)

    async def _place(self, *names: str) -> CallPage:
        try:
            return await find_place(self._services, *names)
        except NotFound:
            raise NoCallHere(await elsewhere(self._services, *names)) from None


async def _to_call(visit: Visit) -> Response:
    return visit.go("")


async def _with_slash(request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{request.url.path}/{query}", 308)
