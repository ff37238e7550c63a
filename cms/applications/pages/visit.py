"""One request to a page of the form: which call, who asks, and how the answer is made."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cms.applications.applicant import ApplicantActor
from cms.applications.pages.form_token import NAME, FormTokens
from cms.applications.pages.page import Page, page_of
from cms.applications.pages.place import CallPage
from cms.applications.pages.policy import page_headers
from cms.applications.pages.posted import Posted
from cms.applications.pages.rendering import rendered
from cms.applications.pages.texts import say
from cms.http.client_address import network_of
from cms.http.receiving import Receiving
from cms.http.refusal import Refusal
from cms.kernel.services import Services

SEE_OTHER = 303


class SignedOut(Exception):
    """Nobody is signed in, on a page that is somebody's own."""


@dataclass(frozen=True, slots=True)
class Visit:
    """`bearer`: the token of the browser's session, None without one; `applicant`: whose it is."""

    services: Services
    request: Request
    place: CallPage
    tokens: FormTokens
    receiving: Receiving
    bearer: str | None
    applicant: ApplicantActor | None

    @property
    def locale(self) -> str:
        return self.place.locale

    @property
    def is_framed(self) -> bool:
        return self.request.headers.get("sec-fetch-dest") in ("iframe", "frame")

    @property
    def wants_json(self) -> bool:
        return "application/json" in self.request.headers.get("accept", "")

    def signed_in(self) -> ApplicantActor:
        """Raises SignedOut."""
        if self.applicant is None:
            raise SignedOut
        return self.applicant

    @property
    def sender(self) -> str:
        """Whose share it is that files of this request take."""
        return self.applicant.id if self.applicant else network_of(self.request)

    def page(self, below: str = "", *, is_private: bool = True, description: str = "") -> Page:
        email = self.applicant.email if self.applicant else None
        return page_of(
            self.place, email, below=below, is_private=is_private, description=description, is_framed=self.is_framed
        )

    def form_token(self) -> str:
        return self.tokens.make(self.session_token, self.services.clock())

    @property
    def session_token(self) -> str | None:
        return self.bearer if self.applicant else None

    def render(self, template: str, *, page: Page | None = None, **values: Any) -> Response:
        return rendered(template, page or self.page(), self.form_token(), **values)

    def say(self, key: str, *, count: int | None = None, **values: object) -> str:
        return say(key, self.locale, count=count, **values)

    def require_own_form(self, posted: Posted) -> datetime:
        """When the page was made that the form stood on. Raises Refusal (403) for any other."""
        made = self.tokens.made_at(posted.one(NAME), self.session_token, self.services.clock())
        if made is None:
            raise Refusal(403, "FOREIGN_FORM", "This form was made for another visit.")
        return made

    def go(self, below: str) -> Response:
        """To another page of this call."""
        return RedirectResponse(self.place.url + below, SEE_OTHER, page_headers())
